"""The contract both editors keep. Types only, no behaviour: nothing above this folder knows which editor it drives."""

from ugcflow.output import Output, SafeArea
from ugcflow.session.contract import Editor, Hearing, Inspector, Listener, Progress, Reader, Session
from ugcflow.session.event import Done, Event, Heartbeat, Text, Tool, Working
from ugcflow.session.export import Exported
from ugcflow.session.facts import Evidence, FileFacts, Loudness, Transcript
from ugcflow.session.message import Message, Upload, Uploaded
from ugcflow.session.reading import Operation, Question, Reading, Tongue
from ugcflow.session.state import Change, Credits, Draft, State

__all__ = [
    "Change", "Credits", "Done", "Draft", "Editor", "Event", "Evidence", "Exported", "FileFacts", "Hearing", "Heartbeat",
    "Inspector", "Listener", "Loudness", "Message", "Operation", "Output", "Progress", "Question", "Reader", "Reading", "SafeArea",
    "Session", "State", "Text", "Tongue", "Tool", "Transcript", "Upload", "Uploaded", "Working",
]  # fmt: skip
