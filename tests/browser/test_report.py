"""What people do with report.html, done in a real browser."""

from __future__ import annotations

import re
from pathlib import Path
from typing import Any

import pytest

expect = pytest.importorskip("playwright.sync_api", reason="needs playwright: pip install 'ugcflow[test]'").expect


@pytest.mark.parametrize("name", ["one", "matrix", "failed", "nemo"])
@pytest.mark.parametrize(("width", "scheme"), [(1280, "light"), (360, "dark")])
def test_opens_from_disk_and_asks_for_nothing(
    visit: Any, reports: dict[str, Path], name: str, width: int, scheme: str
) -> None:
    opened = visit(reports[name], width, scheme)
    opened.page.wait_for_selector("h1")
    opened.page.evaluate("document.querySelectorAll('details').forEach(d => d.open = true)")
    opened.page.evaluate("scrollTo(0, document.body.scrollHeight)")
    opened.page.wait_for_timeout(150)
    assert opened.page.evaluate("document.documentElement.scrollWidth") <= width
    opened.clean(reports[name])


@pytest.mark.parametrize(
    ("name", "at", "scheme"),
    [
        ("one", "", "light"),
        ("one", "", "dark"),
        ("matrix", "", "light"),
        ("matrix", "#v5", "dark"),
        ("failed", "", "light"),
        ("nemo", "", "light"),
    ],
)
def test_axe_finds_nothing_serious(visit: Any, reports: dict[str, Path], name: str, at: str, scheme: str) -> None:
    axe = pytest.importorskip("axe_playwright_python.sync_playwright").Axe()
    page = visit(reports[name], 1280, scheme, at).page
    page.evaluate("document.querySelectorAll('details').forEach(d => d.open = true)")
    page.wait_for_timeout(700)  # the colours of an animation are not those people read
    answer = axe.run(page).response
    assert len(answer["passes"]) > 15, "axe ran"
    found = answer["violations"]
    serious = [f"{v['id']}: {v['nodes'][0]['html'][:120]}" for v in found if v["impact"] in ("serious", "critical")]
    assert serious == []


def test_the_slider_goes_from_the_raw_clip_to_the_last_step(visit: Any, reports: dict[str, Path]) -> None:
    opened = visit(reports["one"])
    page, slider = opened.page, opened.page.locator("input[type=range]")
    expect(slider).to_have_value("5")
    expect(page.locator(".scroll .seg.video")).to_have_count(7)
    slider.focus()
    page.keyboard.press("Home")
    expect(page.locator(".scroll .seg.video")).to_have_count(1)
    expect(page.locator(".now .say")).to_have_text("As it was taken in")
    page.keyboard.press("ArrowRight")
    expect(page.locator(".scroll .seg.video")).to_have_count(7)
    expect(page.locator(".now .say")).to_have_text(re.compile(r"^\s*trim silences"))
    expect(page.locator(".scroll .seg.new").nth(7), "what a step made is marked").to_be_attached()
    expect(slider).to_have_attribute("aria-valuetext", "after step 1")
    opened.clean(reports["one"])


def test_arrows_move_through_the_steps_from_anywhere(visit: Any, reports: dict[str, Path]) -> None:
    page = visit(reports["one"]).page
    page.keyboard.press("ArrowLeft")
    page.keyboard.press("ArrowLeft")
    expect(page.locator(".now .say")).to_have_text(re.compile(r"^\s*Add the text"))
    expect(page.locator(".step.on")).to_have_attribute("data-step", "3")
    expect(page.locator(".scroll .seg.new")).to_have_count(1)


def test_what_was_cut_is_shaded_and_struck_out(visit: Any, reports: dict[str, Path]) -> None:
    page = visit(reports["one"]).page
    assert page.locator(".scroll .wave.off").get_attribute("d"), "the waveform of what was cut is drawn apart"
    gone = page.locator(".heard del")
    expect(gone.filter(has_text="That is the whole review.").first).to_be_attached()
    expect(gone.filter(has_text="Warm light")).to_have_count(0)


def test_a_cloud_edit_says_what_it_does_not_tell(visit: Any, reports: dict[str, Path]) -> None:
    page = visit(reports["nemo"]).page
    expect(page.locator(".heard del")).to_have_count(0)
    expect(page.locator(".heard")).to_contain_text("does not tell what was cut")
    expect(page.locator("a[href*='clm_shown']")).to_have_count(1)
    page.locator(".step[data-step='3'] > details > summary").click()
    expect(page.locator(".step[data-step='3'] .body")).to_contain_text("gave no answer in words")


def test_a_step_opens_with_all_that_is_known_of_it(visit: Any, reports: dict[str, Path]) -> None:
    page = visit(reports["one"]).page
    page.locator(".step[data-step='1'] > details > summary").click()
    body = page.locator(".step[data-step='1'] .body")
    for words in (
        "trim_silence",
        "fit_duration",
        "seconds=30",
        "Cut from 36 s to 23.3 s",
        "wanted <= 30s",
        "first attempt",
    ):
        expect(body).to_contain_text(words)
    body.locator(".diff summary").click()
    expect(body.locator(".diff pre")).to_contain_text("36000")
    link = body.get_by_text("Whole snapshot after").get_attribute("href")
    assert (reports["one"].parent / link).is_file()
    expect(page.locator("input[type=range]"), "the drawing follows the step").to_have_value("1")


def test_links_hold_from_the_kept_copy_too(reports: dict[str, Path], visit: Any) -> None:
    kept = next((reports["one"].parent / "runs").glob("*/report.html"))
    page = visit(kept).page
    expect(page.locator(".steps a[href]").first).to_be_attached()
    links = page.eval_on_selector_all("article a[href]", "all => all.map(a => a.getAttribute('href'))")
    assert len(links) > 8
    assert [h for h in links if not (kept.parent / h).exists()] == []


def test_j_and_k_walk_the_steps_and_help_tells_of_them(visit: Any, reports: dict[str, Path]) -> None:
    page = visit(reports["one"]).page
    page.keyboard.press("k")
    expect(page.locator(".step.on")).to_have_attribute("data-step", "4")
    expect(page.locator(".step[data-step='4'] > details")).to_have_attribute("open", "")
    page.keyboard.press("j")
    expect(page.locator(".step.on")).to_have_attribute("data-step", "5")
    page.keyboard.press("?")
    expect(page.locator("dialog[open]")).to_be_visible()
    expect(page.locator("dialog")).to_contain_text("next, previous step")
    page.keyboard.press("Escape")
    expect(page.locator("dialog[open]")).to_have_count(0)


def test_zoom_makes_room_for_the_words(visit: Any, reports: dict[str, Path]) -> None:
    page = visit(reports["one"]).page
    before = page.locator(".scroll svg").bounding_box()["width"]
    for _ in range(3):
        page.locator("[data-do=in]").click()
    page.wait_for_function(
        "w => document.querySelector('.scroll svg').getBoundingClientRect().width > w", arg=6 * before
    )
    expect(page.locator(".word text").filter(has_text="lamp").first).to_be_attached()
    page.locator(".scroll svg").hover(position={"x": 300, "y": 130})
    expect(page.locator(".readout")).to_contain_text("Video: review.mp4 at")


def test_the_video_is_asked_for_only_when_it_is_played(visit: Any, reports: dict[str, Path]) -> None:
    opened = visit(reports["one"])
    expect(opened.page.locator("video")).to_have_count(0)
    opened.page.get_by_role("button", name="Play lamp.tiktok.mp4").click()
    opened.page.get_by_text("is not beside this report").wait_for()  # the tests' video is none
    assert any(r.endswith("/lamp.tiktok.mp4") for r in opened.requests), "the policy lets the file beside it be played"


def test_a_failure_comes_first_with_its_words_of_the_recipe(visit: Any, reports: dict[str, Path]) -> None:
    page = visit(reports["failed"]).page
    wrong = page.locator(".troubles")
    expect(wrong.locator("mark")).to_have_text("calm background music")
    expect(wrong).to_contain_text("lamp.yaml:15:14")
    expect(wrong).to_contain_text("What to do")
    assert wrong.bounding_box()["y"] < page.locator(".edit").bounding_box()["y"]
    expect(page.locator(".step[data-step='5'] > details")).to_have_attribute("open", "")


def test_the_matrix_is_filtered_found_and_grouped(visit: Any, reports: dict[str, Path]) -> None:
    opened = visit(reports["matrix"])
    page = opened.page
    shown = page.locator(".tile:not([hidden])")
    expect(shown).to_have_count(24)
    page.get_by_role("button", name="Failed 1").click()
    expect(shown).to_have_count(1)
    page.get_by_role("button", name="All 24").click()
    page.keyboard.press("/")
    page.keyboard.type("number 3")
    expect(shown).to_have_count(2)
    page.locator("#find").fill("nothing like it")
    expect(page.locator("#nothing")).to_be_visible()
    page.locator("#find").fill("")
    page.locator("#by").select_option("aspect")
    expect(page.locator("#grid h3")).to_have_text(["aspect: 9:16", "aspect: 1:1"])
    opened.clean(reports["matrix"])


def test_a_variant_opens_and_goes_back(visit: Any, reports: dict[str, Path]) -> None:
    page = visit(reports["matrix"]).page
    page.locator(".tile").nth(3).click()
    expect(page.locator("#v3")).to_be_visible()
    expect(page.locator("#overview")).to_be_hidden()
    page.keyboard.press("n")
    page.locator("#v4").wait_for(state="visible")
    expect(page.locator("#v3")).to_be_hidden()
    page.keyboard.press("p")
    page.locator("#v3").wait_for(state="visible")
    page.keyboard.press("u")
    page.locator("#overview").wait_for(state="visible")
    expect(page.locator(":focus")).to_have_attribute("href", "#v3")
    page.keyboard.press("j")
    expect(page.locator(":focus")).to_have_attribute("href", "#v4")


def test_a_thumbnail_is_scrubbed_by_the_pointer(visit: Any, reports: dict[str, Path]) -> None:
    page = visit(reports["matrix"]).page
    thumb = page.locator(".thumb").first
    box = thumb.bounding_box()
    page.mouse.move(box["x"] + box["width"] * 0.9, box["y"] + 40)
    expect(thumb.locator(".box img")).to_have_attribute("style", re.compile("left: -1000%"))
    page.mouse.move(5, 5)
    expect(thumb.locator(".box")).to_have_count(0)


def test_on_paper_the_steps_are_there_and_the_controls_are_not(visit: Any, reports: dict[str, Path]) -> None:
    page = visit(reports["one"], scheme="dark").page
    page.emulate_media(media="print")
    expect(page.locator("body"), "dark ink, whatever the screen is like").to_have_css("color", "rgb(27, 27, 31)")
    expect(page.locator(".slide")).to_be_hidden()
    expect(page.locator("#keys")).to_be_hidden()
    expect(page.locator(".step")).to_have_count(6)


def test_it_can_be_read_without_script(browser: Any, reports: dict[str, Path]) -> None:
    context = browser.new_context(java_script_enabled=False)
    page = context.new_page()
    page.goto(reports["failed"].as_uri())
    expect(page.locator(".troubles")).to_contain_text("there is no music among the inputs")
    expect(page.locator(".steps")).to_be_visible()
    context.close()
