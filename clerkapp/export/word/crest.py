"""The crest as Word draws it."""

from xml.sax.saxutils import quoteattr

from clerkapp.export.crest import Crest
from clerkapp.export.word.elements import Markup

_EMU = 12_700  # in a point
_SHAPE = 1_940_001  # no two shapes of a file may have one number; a letterhead counts from 1


def drawn(crest: Crest, relation: str, told: str) -> Markup:
    """A run with the picture, at most 60 points high and 240 wide; `told` stands for it."""
    wide, high = crest.size
    size = f'cx="{round(wide * _EMU)}" cy="{round(high * _EMU)}"'
    words = quoteattr(told)
    drawing = "http://schemas.openxmlformats.org/drawingml/2006"
    return (
        f'<w:r><w:drawing><wp:inline xmlns:wp="{drawing}/wordprocessingDrawing"'
        f' distT="0" distB="0" distL="0" distR="0"><wp:extent {size}/>'
        f'<wp:docPr id="{_SHAPE}" name="Crest" descr={words}/>'
        f'<a:graphic xmlns:a="{drawing}/main"><a:graphicData uri="{drawing}/picture">'
        f'<pic:pic xmlns:pic="{drawing}/picture"><pic:nvPicPr>'
        f'<pic:cNvPr id="{_SHAPE}" name="Crest" descr={words}/><pic:cNvPicPr/></pic:nvPicPr>'
        f'<pic:blipFill><a:blip r:embed="{relation}"/><a:stretch><a:fillRect/></a:stretch>'
        f'</pic:blipFill><pic:spPr><a:xfrm><a:off x="0" y="0"/><a:ext {size}/></a:xfrm>'
        '<a:prstGeom prst="rect"><a:avLst/></a:prstGeom></pic:spPr></pic:pic>'
        "</a:graphicData></a:graphic></wp:inline></w:drawing></w:r>"
    )
