"""What people do with report.html, done in a real browser."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest


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
    assert slider.input_value() == "5"
    assert page.locator(".scroll .seg.video").count() == 7
    slider.focus()
    page.keyboard.press("Home")
    assert page.locator(".scroll .seg.video").count() == 1
    assert page.locator(".now .say").inner_text() == "As it was taken in"
    page.keyboard.press("ArrowRight")
    assert page.locator(".scroll .seg.video").count() == 7
    assert page.locator(".now .say").inner_text().startswith("trim silences")
    assert page.locator(".scroll .seg.new").count() > 7, "what a step made is marked"
    assert slider.get_attribute("aria-valuetext") == "after step 1"
    opened.clean(reports["one"])


def test_arrows_move_through_the_steps_from_anywhere(visit: Any, reports: dict[str, Path]) -> None:
    page = visit(reports["one"]).page
    page.keyboard.press("ArrowLeft")
    page.keyboard.press("ArrowLeft")
    assert page.locator(".now .say").inner_text().startswith("Add the text")
    assert page.locator(".step.on").get_attribute("data-step") == "3"
    assert page.locator(".scroll .seg.new").count() == 1


def test_what_was_cut_is_shaded_and_struck_out(visit: Any, reports: dict[str, Path]) -> None:
    page = visit(reports["one"]).page
    assert page.locator(".scroll .wave.off").get_attribute("d"), "the waveform of what was cut is drawn apart"
    gone = page.locator(".heard del").all_inner_texts()
    assert any("That is the whole review." in text for text in gone)
    assert "Warm light" not in " ".join(gone)


def test_a_cloud_edit_says_what_it_does_not_tell(visit: Any, reports: dict[str, Path]) -> None:
    page = visit(reports["nemo"]).page
    assert page.locator(".heard del").count() == 0
    assert "does not tell what was cut" in page.locator(".heard").inner_text()
    assert page.locator("a[href*='clm_shown']").count() == 1
    page.locator(".step[data-step='3'] > details > summary").click()
    assert "gave no answer in words" in page.locator(".step[data-step='3'] .body").inner_text()


def test_a_step_opens_with_all_that_is_known_of_it(visit: Any, reports: dict[str, Path]) -> None:
    page = visit(reports["one"]).page
    page.locator(".step[data-step='1'] > details > summary").click()
    body = page.locator(".step[data-step='1'] .body")
    said = body.inner_text()
    for words in (
        "trim_silence",
        "fit_duration",
        "seconds=30",
        "Cut from 36 s to 23.3 s",
        "wanted <= 30s",
        "first attempt",
    ):
        assert words in said
    body.locator(".diff summary").click()
    assert (
        "36000" in body.locator(".diff pre .r, .diff pre span").first.inner_text()
        or "sg" in body.locator(".diff pre").inner_text()
    )
    link = body.get_by_text("Whole snapshot after").get_attribute("href")
    assert (reports["one"].parent / link).is_file()
    assert page.locator("input[type=range]").input_value() == "1", "the drawing follows the step"


def test_links_hold_from_the_kept_copy_too(reports: dict[str, Path], visit: Any) -> None:
    kept = next((reports["one"].parent / "runs").glob("*/report.html"))
    page = visit(kept).page
    links = page.eval_on_selector_all("article a[href]", "all => all.map(a => a.getAttribute('href'))")
    assert len(links) > 8
    assert [h for h in links if not (kept.parent / h).exists()] == []


def test_j_and_k_walk_the_steps_and_help_tells_of_them(visit: Any, reports: dict[str, Path]) -> None:
    page = visit(reports["one"]).page
    page.keyboard.press("k")
    assert page.locator(".step.on").get_attribute("data-step") == "4"
    assert page.locator(".step[data-step='4'] > details").get_attribute("open") is not None
    page.keyboard.press("j")
    assert page.locator(".step.on").get_attribute("data-step") == "5"
    page.keyboard.press("?")
    assert page.locator("dialog[open]").is_visible()
    assert "next, previous step" in page.locator("dialog").inner_text()
    page.keyboard.press("Escape")
    assert page.locator("dialog[open]").count() == 0


def test_zoom_makes_room_for_the_words(visit: Any, reports: dict[str, Path]) -> None:
    page = visit(reports["one"]).page
    before = page.locator(".scroll svg").bounding_box()["width"]
    for _ in range(3):
        page.locator("[data-do=in]").click()
    assert page.locator(".scroll svg").bounding_box()["width"] > 6 * before
    assert "lamp" in page.locator(".word text").all_text_contents()
    page.locator(".scroll svg").hover(position={"x": 300, "y": 130})
    assert "Video: review.mp4 at" in page.locator(".readout").inner_text()


def test_the_video_is_asked_for_only_when_it_is_played(visit: Any, reports: dict[str, Path]) -> None:
    opened = visit(reports["one"])
    assert opened.page.locator("video").count() == 0
    opened.page.get_by_role("button", name="Play lamp.tiktok.mp4").click()
    opened.page.get_by_text("is not beside this report").wait_for()  # the tests' video is none
    assert any(r.endswith("/lamp.tiktok.mp4") for r in opened.requests), "the policy lets the file beside it be played"


def test_a_failure_comes_first_with_its_words_of_the_recipe(visit: Any, reports: dict[str, Path]) -> None:
    page = visit(reports["failed"]).page
    wrong = page.locator(".troubles")
    assert wrong.locator("mark").inner_text() == "calm background music"
    assert "lamp.yaml:15:14" in wrong.inner_text()
    assert "What to do" in wrong.inner_text()
    assert wrong.bounding_box()["y"] < page.locator(".edit").bounding_box()["y"]
    assert page.locator(".step[data-step='5'] > details").get_attribute("open") is not None


def test_the_matrix_is_filtered_found_and_grouped(visit: Any, reports: dict[str, Path]) -> None:
    opened = visit(reports["matrix"])
    page = opened.page
    shown = page.locator(".tile:not([hidden])")
    assert shown.count() == 24
    page.get_by_role("button", name="Failed 1").click()
    assert shown.count() == 1
    page.get_by_role("button", name="All 24").click()
    page.keyboard.press("/")
    page.keyboard.type("number 3")
    assert shown.count() == 2
    page.locator("#find").fill("nothing like it")
    assert page.locator("#nothing").is_visible()
    page.locator("#find").fill("")
    page.locator("#by").select_option("aspect")
    assert page.locator("#grid h3").all_inner_texts() == ["aspect: 9:16", "aspect: 1:1"]
    opened.clean(reports["matrix"])


def test_a_variant_opens_and_goes_back(visit: Any, reports: dict[str, Path]) -> None:
    page = visit(reports["matrix"]).page
    page.locator(".tile").nth(3).click()
    assert page.locator("#v3").is_visible()
    assert not page.locator("#overview").is_visible()
    page.keyboard.press("n")
    page.locator("#v4").wait_for(state="visible")
    assert not page.locator("#v3").is_visible()
    page.keyboard.press("p")
    page.locator("#v3").wait_for(state="visible")
    page.keyboard.press("u")
    page.locator("#overview").wait_for(state="visible")
    assert page.evaluate("document.activeElement.getAttribute('href')") == "#v3"
    page.keyboard.press("j")
    assert page.evaluate("document.activeElement.getAttribute('href')") == "#v4"


def test_a_thumbnail_is_scrubbed_by_the_pointer(visit: Any, reports: dict[str, Path]) -> None:
    page = visit(reports["matrix"]).page
    thumb = page.locator(".thumb").first
    box = thumb.bounding_box()
    page.mouse.move(box["x"] + box["width"] * 0.9, box["y"] + 40)
    assert thumb.locator(".box img").evaluate("i => i.style.left") == "-1000%"
    page.mouse.move(5, 5)
    assert thumb.locator(".box").count() == 0


def test_on_paper_the_steps_are_there_and_the_controls_are_not(visit: Any, reports: dict[str, Path]) -> None:
    page = visit(reports["one"], scheme="dark").page
    page.emulate_media(media="print")
    assert page.evaluate("getComputedStyle(document.body).color") == "rgb(27, 27, 31)", (
        "dark ink, whatever the screen is like"
    )
    assert not page.locator(".slide").is_visible()
    assert not page.locator("#keys").is_visible()
    assert page.locator(".step").count() == 6


def test_it_can_be_read_without_script(browser: Any, reports: dict[str, Path]) -> None:
    context = browser.new_context(java_script_enabled=False)
    page = context.new_page()
    page.goto(reports["failed"].as_uri())
    assert "there is no music among the inputs" in page.locator(".troubles").inner_text()
    assert page.locator(".steps").is_visible()
    context.close()
