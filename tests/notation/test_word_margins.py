"""The words at the head and the foot of a Word document's pages."""

from lxml import etree

from clerkapp.notation.word_margins import is_margin, margin_words

FOOT = """\
<w:ftr xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main">
<w:p><w:r><w:t>Ash\u00a0Parish</w:t></w:r><w:r><w:tab/><w:t xml:space="preserve">Page </w:t></w:r>
<w:r><w:fldChar w:fldCharType="begin"/></w:r><w:r><w:instrText>PAGE</w:instrText></w:r>
<w:r><w:fldChar w:fldCharType="separate"/></w:r><w:r><w:t>7</w:t></w:r>
<w:r><w:fldChar w:fldCharType="end"/></w:r><w:r><w:t xml:space="preserve"> of </w:t></w:r>
<w:fldSimple><w:r><w:t>9</w:t></w:r></w:fldSimple></w:p>
<w:p/><w:p><w:r><w:t>Draft</w:t></w:r></w:p><w:p><w:r><w:t>Draft</w:t></w:r></w:p>
</w:ftr>"""


def test_numbers_of_pages_are_left_out_and_what_stands_there_twice_is_told_once():
    assert margin_words([etree.fromstring(FOOT)]) == ("Ash Parish Page of", "Draft")


def test_headers_and_footers_are_known_by_their_names():
    names = ("word/header1.xml", "word/footer.xml", "word/document.xml", "word/header1.xml.rels")
    assert [name for name in names if is_margin(name)] == ["word/header1.xml", "word/footer.xml"]
