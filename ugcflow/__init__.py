"""ugcflow: short-video ads as recipes in git, edited by a studio at home or in the cloud."""

__version__ = "0.1.0"
