"""Names of several under one title stay on one line each."""

from clerkapp.export.unbroken import unbroken


def test_each_name_of_several_under_one_title_stays_whole():
    said = unbroken("Cllrs S Banerjee (Chair), D Lund-Hale and C Ó Briain")
    assert said.split(" ") == [
        *(
            "Cllrs",
            "S\u00a0Banerjee",
            "(Chair),",
            "D\u00a0Lund-Hale",
            "and",
            "C\u00a0Ó\u00a0Briain",
        ),
    ]
    assert unbroken("Plan B Was taken") == "Plan B Was taken"
