"""The web page: what a checker of HTML, axe-core in a browser, and pandoc say of it."""

import itertools
import json
import re
import shutil
import subprocess
from pathlib import Path

import pytest
from lxml import html
from printed import minutes_of, sample

from clerkapp.export.web_page import web_page
from clerkapp.resources import checkout
from clerkapp.wording.compose import compose
from clerkapp.wording.house_style import house_style, house_styles
from clerkapp.wording.minutes import Audience

WEB = checkout() / "tests" / "web"
CHECKER = WEB / "node_modules" / "vnu-jar" / "build" / "dist" / "vnu.jar"
CHROMIUM = shutil.which("chromium") or shutil.which("google-chrome")
HOSTILE = """\
Council: <script>alert(1)</script> & "Söhne"
Date: 2026-03-05
Status: draft
# 6. <img src=x onerror=alert(1)> &amp; more
d Map & plan "A" <https://example.org/a?b=1&c="2">
= That the Committee:
  (a) notes <b>;
  (i) one;
  (ii) two;
  (b) agrees.
"""

needs_checker = pytest.mark.skipif(
    not (CHECKER.is_file() and shutil.which("java")),
    reason="the checker of HTML is not installed (continuous integration installs it)",
)
needs_browser = pytest.mark.skipif(
    not (CHROMIUM and shutil.which("node") and (WEB / "node_modules" / "axe-core").is_dir()),
    reason="Chromium and axe-core are not installed (continuous integration installs them)",
)
needs_pandoc = pytest.mark.skipif(
    not shutil.which("pandoc"),
    reason="pandoc is not installed (continuous integration installs it)",
)


@pytest.fixture(scope="module")
def pages(tmp_path_factory: pytest.TempPathFactory) -> list[Path]:
    """The sample in each style for each audience, and a page of hostile words."""
    folder = tmp_path_factory.mktemp("pages")
    made = {
        f"{style.name}-{audience}.html": web_page(compose(sample(), style, audience))
        for style in house_styles()
        for audience in Audience
    }
    made["hostile.html"] = web_page(minutes_of(HOSTILE))
    for name, page in made.items():
        (folder / name).write_text(page, encoding="utf-8")
    return sorted(folder.iterdir())


@needs_checker
def test_the_checker_of_html_has_nothing_to_say(pages: list[Path]):
    command = ["java", "-jar", CHECKER, "--stdout", "--exit-zero-always", *pages]
    assert subprocess.run(command, capture_output=True, text=True, check=True).stdout == ""


def _axe(*pages: Path) -> list[str]:
    command = ["node", WEB / "axe.mjs", CHROMIUM, *pages]
    told = subprocess.run(command, capture_output=True, text=True, check=True, timeout=300)
    return json.loads(told.stdout)


@needs_browser
def test_axe_finds_nothing_on_any_screen_nor_in_print(pages: list[Path]):
    one_a_style = [page for page in pages if "public" not in page.name]
    assert _axe(*one_a_style[-4:]) == []


@needs_browser
def test_axe_does_find_what_is_wrong(tmp_path: Path):
    page = web_page(compose(sample(), house_style("")))
    broken = page.replace('<html lang="en-GB">', "<html>").replace(
        "--grey: #4a4a4a", "--grey: #bbb"
    )
    path = tmp_path / "broken.html"
    path.write_text(broken, encoding="utf-8")
    found = "\n".join(_axe(path))
    assert "html-has-lang" in found
    assert "color-contrast" in found


def test_the_headings_skip_no_level_and_each_link_within_leads_somewhere(pages: list[Path]):
    for path in pages:
        page = html.fromstring(path.read_text(encoding="utf-8"))
        levels = [int(each.tag[1]) for each in page.xpath("//*[re:test(name(), '^h[1-6]$')]",
                  namespaces={"re": "http://exslt.org/regular-expressions"})]  # fmt: skip
        assert levels[0] == 1
        assert levels.count(1) == 1
        assert all(after <= before + 1 for before, after in itertools.pairwise(levels))
        links = [each[1:] for each in page.xpath("//a/@href") if each.startswith("#")]
        ids = page.xpath("//@id")
        assert len(ids) == len(set(ids))
        assert set(links) <= set(ids)
        assert "minutes" in links


def test_words_are_never_taken_for_markup():
    page = html.fromstring(web_page(minutes_of(HOSTILE)))
    assert page.xpath("//script | //img | //*[@onerror]") == []
    told = page.text_content()
    assert '<script>alert(1)</script> & "Söhne"' in told
    assert "<img src=x onerror=alert(1)> &amp; more" in told


def test_nothing_is_fetched_from_anywhere(pages: list[Path]):
    for path in pages:
        page = html.fromstring(path.read_text(encoding="utf-8"))
        assert page.xpath("//link | //script | //*[@src] | //object | //iframe") == []
        assert not re.search(r"url\(|@import", path.read_text(encoding="utf-8"))


def test_only_a_confidential_page_asks_not_to_be_listed():
    for audience in Audience:
        page = web_page(compose(sample(), house_style(""), audience))
        assert ("noindex" in page) == (audience is Audience.CONFIDENTIAL)


def test_tables_have_a_caption_and_name_their_rows_and_columns():
    page = html.fromstring(web_page(compose(sample(), house_style("bulleted-exchanges"))))
    tables = page.xpath("//table")
    assert len(tables) >= 2
    for table in tables:
        assert table.xpath("./caption[normalize-space()]")
        assert len(table.xpath(".//thead//th[@scope='col']")) == len(table.xpath(".//tr[2]/*")) or (
            len(table.xpath(".//tbody/tr")) < 2
        )
        assert len(table.xpath(".//tbody//th[@scope='row']")) == len(table.xpath(".//tbody/tr"))


def test_limbs_count_as_the_house_has_them_and_lie_within_each_other():
    page = html.fromstring(web_page(minutes_of(HOSTILE)))
    (outer,) = page.xpath("//ol[@type='a']")
    assert outer.get("class") == "bracketed-a"
    (inner,) = outer.xpath("./li/ol")
    assert inner.get("type") == "i"
    assert [each.text for each in inner] == ["one; and", "two; and"]


@needs_pandoc
def test_pandoc_finds_the_headings_lists_and_tables(pages: list[Path]):
    path = next(page for page in pages if page.name == "bulleted-exchanges-public.html")
    told = subprocess.run(["pandoc", "-t", "json", path], check=True, capture_output=True).stdout
    kinds = list(re.findall(r'"t":"(\w+)"', told.decode()))
    assert kinds.count("Header") >= 12
    assert kinds.count("Table") == 2
    assert kinds.count("BulletList") > 4
    assert kinds.count("OrderedList") >= 1


def test_what_opens_from_the_right_is_read_from_there():
    minutes = minutes_of(
        "Committee: Panel\nPresent: Cllr P Finch\n# 1. تقرير المجلس\n"
        "n שלום world 2026 עולם.\nn The Panel heard “שלום”.\n"
    )
    page = html.fromstring(web_page(minutes))
    told = [each.text_content() for each in page.xpath("//*[@dir='rtl']")]
    assert told == ["שלום world 2026 עולם."]  # numbers stay in their column
