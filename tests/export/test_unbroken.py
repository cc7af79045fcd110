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


def test_a_date_whose_month_comes_first_stays_on_one_line():
    said = unbroken(
        "by April 2, 2026, or in May 2026 (March 12, 2027); on 3 June, 14 members may 2"
    )
    assert said == (
        "by April\u00a02,\u00a02026, or in May\u00a02026 (March\u00a012,\u00a02027); "
        "on 3\u00a0June, 14 members may 2"
    )


def test_a_sum_in_millions_stays_on_one_line():
    assert unbroken("a loan of £2 million, and $2.5 billion") == (
        "a loan of £2\u00a0million, and $2.5\u00a0billion"
    )
    assert unbroken("$450 thousand, €3 bn and £4 biliwn") == (
        "$450\u00a0thousand, €3\u00a0bn and £4\u00a0biliwn"
    )
    assert unbroken("item 2 millions") == "item\u00a02 millions"


def test_a_count_stays_with_its_side_and_the_number_of_a_round_with_the_round():
    said = unbroken("Against (20): Councillor Ash. Round 2: Councillor Bay 3. Rownd 3: dim.")
    assert "Against\u00a0(20):" in said
    assert "Round\u00a02:" in said
    assert "Rownd\u00a03:" in said
    assert unbroken("the Act (1972) says") == "the Act (1972) says"
