"""What `/kpi` understands, in both languages, on Wednesday 25 November 2026 in Paris."""

from dataclasses import replace
from datetime import UTC, datetime

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.domain.kpi.rates import Counts
from bot.domain.moments import Week
from bot.domain.strategy import Kpi, Platform
from bot.language import parse_kpi
from bot.language.kpi.requests import ImportNumbers, KpiRequest, LogCounts, SetTarget, ShowBest, ShowDigest, ShowNumbers
from bot.language.requests import Help, OpenForm

NOW = datetime(2026, 11, 25, 8, 0, tzinfo=UTC)


def parse(text: str) -> KpiRequest:
    return parse_kpi(text, now=NOW, zone="Europe/Paris")


def logged(**counts: float) -> LogCounts:
    return LogCounts(post_id="P12", counts=Counts(**counts))  # type: ignore[arg-type]


REQUESTS: dict[str, KpiRequest] = {
    "": OpenForm(),
    "log P12 reach 1200 likes 30 comments 4": logged(reach=1200, reactions=30, comments=4),
    "log 12 reach 1200": logged(reach=1200),
    "P12 reach 1200": logged(reach=1200),
    "log P12 reach=1200, likes: 30": logged(reach=1200, reactions=30),
    "log P12 1200 reach, 30 likes, 4 comments": logged(reach=1200, reactions=30, comments=4),
    "log P12 reach 1,200": logged(reach=1200),
    "log P12 reach 1 200 likes 30": logged(reach=1200, reactions=30),
    "log P12 reach 1\u202f234\u202f567": logged(reach=1234567),
    "log P12 reach 1.200": logged(reach=1200),
    "log P12 reach 1'200": logged(reach=1200),
    "log P12 reach 1.2k": logged(reach=1200),
    "log P12 portée 1,2 k": logged(reach=1200),
    "log P12 views 1.5M": logged(impressions=1500000),
    "log P12 portée 1 200 mentions 30": logged(reach=1200, reactions=30),
    "noter P12 portée 1 200 mentions j’aime 30 commentaires 4 partages 2": logged(
        reach=1200, reactions=30, comments=4, shares=2
    ),
    "log P12 30 mentions j'aime 4 commentaires": logged(reactions=30, comments=4),
    "log P12 vues de la vidéo 500 clics 12": logged(video_views=500, clicks=12),
    "log P12 spend 12.50 €": logged(spend=12.5),
    "noter P12 dépense 12,50": logged(spend=12.5),
    "log P12 spend $1,200": logged(spend=1200),
    "log P12 reach 0": logged(reach=0),
    "log P12": LogCounts(post_id="P12"),
    "log": LogCounts(),
    "log P12 reach 12.5": LogCounts(post_id="P12", not_understood=("reach 12.5",)),
    "log P12 reach -5": LogCounts(post_id="P12", not_understood=("reach -5",)),
    "log P12 reach": LogCounts(post_id="P12", not_understood=("reach",)),
    "log P12 reach 1200 bananas 3": replace(logged(reach=1200), not_understood=("bananas 3",)),
    "log P12 reach 1200 engagement rate 2.5%": replace(logged(reach=1200), not_understood=("engagement rate 2.5%",)),
    "log P12 reach 1200 reach 1300": replace(logged(reach=1200), not_understood=("reach 1300",)),
    "log P12 reach 99999999999999999999": LogCounts(post_id="P12", not_understood=("reach 99999999999999999999",)),
    "digest": ShowDigest(),
    "bilan": ShowDigest(),
    "digest last week": ShowDigest(week=Week(2026, 47)),
    "bilan semaine dernière": ShowDigest(week=Week(2026, 47)),
    "digest 2014-W51": ShowDigest(week=Week(2014, 51)),
    "digest 2014-12-20": ShowDigest(week=Week(2014, 51)),
    "digest week 51": ShowDigest(week=Week(2025, 51)),
    "digest soon": ShowDigest(not_understood=("soon",)),
    "target engagement rate 2.5%": SetTarget(kpi=Kpi.ENGAGEMENT_RATE_BY_REACH, value=0.025),
    "target engagement rate by impressions to 3 %": SetTarget(kpi=Kpi.ENGAGEMENT_RATE_BY_IMPRESSIONS, value=0.03),
    "cible taux d’engagement 2,5\u00a0%": SetTarget(kpi=Kpi.ENGAGEMENT_RATE_BY_REACH, value=0.025),
    "target ctr = 1.2": SetTarget(kpi=Kpi.CLICK_THROUGH_RATE, value=0.012),
    "cible portée 12 000": SetTarget(kpi=Kpi.REACH, value=12000),
    "target reach 10,000 a week": SetTarget(kpi=Kpi.REACH, value=10000),
    "cible portée 10k par semaine": SetTarget(kpi=Kpi.REACH, value=10000),
    "target reach 10000 a month": SetTarget(kpi=Kpi.REACH, value=10000, not_understood=("a month",)),
    "target shares per post 4.5": SetTarget(kpi=Kpi.AMPLIFICATION, value=4.5),
    "target engagement rate 0.025": SetTarget(kpi=Kpi.ENGAGEMENT_RATE_BY_REACH, not_understood=("0.025",)),
    "target reach 5%": SetTarget(kpi=Kpi.REACH, not_understood=("5%",)),
    "target time to answer 2 h": SetTarget(kpi=Kpi.TIME_TO_ANSWER, value=120),
    "target O2 time to answer under 1 h 30 a week": SetTarget(objective_id="O2", kpi=Kpi.TIME_TO_ANSWER, value=90),
    "objectif délai de réponse 2 h": SetTarget(kpi=Kpi.TIME_TO_ANSWER, value=120),
    "cible délai de réponse de 45 minutes par semaine": SetTarget(kpi=Kpi.TIME_TO_ANSWER, value=45),
    "cible délai de réponse : une heure et demie": SetTarget(kpi=Kpi.TIME_TO_ANSWER, value=90),
    "target time to answer 2": SetTarget(kpi=Kpi.TIME_TO_ANSWER),  # hours, minutes?
    "target time to answer 1 day": SetTarget(kpi=Kpi.TIME_TO_ANSWER),  # of how many hours?
    "target unanswered 3": SetTarget(kpi=Kpi.UNANSWERED, value=3),
    "target unanswered 0": SetTarget(kpi=Kpi.UNANSWERED, value=0),
    "target questions still open at most 3": SetTarget(kpi=Kpi.UNANSWERED, value=3),
    "cible questions sans réponse au plus 3": SetTarget(kpi=Kpi.UNANSWERED, value=3),
    "target unanswered 2.5": SetTarget(kpi=Kpi.UNANSWERED, not_understood=("2.5",)),
    "target banana 3": SetTarget(not_understood=("banana 3",)),
    "target": SetTarget(),
    "numbers": ShowNumbers(),
    "chiffres instagram semaine dernière": ShowNumbers(platform=Platform.INSTAGRAM, week=Week(2026, 47)),
    "numbers december": ShowNumbers(not_understood=("december",)),
    "numbers @bob": ShowNumbers(not_understood=("@bob",)),
    "best": ShowBest(),
    "best all": ShowBest(),
    "best @chloé": ShowBest(not_understood=("@chloé",)),
    "best in december on instagram": ShowBest(platform=Platform.INSTAGRAM, not_understood=("december",)),
    "meilleures de mes publications": ShowBest(not_understood=("mes",)),
    "meilleures sur facebook": ShowBest(platform=Platform.FACEBOOK),
    "import": ImportNumbers(),
    "help": Help(),
    "aide noter": Help(about="log"),
    "reach 12": Help(not_understood=("reach 12",)),
}


@pytest.mark.parametrize(("text", "expected"), REQUESTS.items())
def test_numbers_in_words(text: str, expected: KpiRequest) -> None:
    assert replace(parse(text), typed="") == expected


TYPED = """
    log P12 reach 1 200 1,200 1.2k k % 2.5% likes target digest w51 51 -5 engagement rate mentions j'aime
    vues de la vidéo € = : 1'2 0,5 1e9 ٣ ²
"""
WORDS = st.sampled_from(TYPED.split())


@given(st.one_of(st.text(max_size=80), st.lists(WORDS, max_size=10).map(" ".join)))
def test_any_text_gives_a_request(text: str) -> None:
    assert parse(text).typed is not None


@given(st.integers(min_value=0, max_value=10**9), st.sampled_from([",", " ", "\u00a0", "\u202f", "'", ""]))
def test_a_count_reads_as_itself_with_any_separator(count: int, separator: str) -> None:
    request = parse(f"log P12 reach {count:,} likes 3".replace(",", separator))

    assert isinstance(request, LogCounts)
    assert (request.counts.reach, request.counts.reactions) == (count, 3)


@pytest.mark.parametrize("text", ["log P27 likes +5", "log P27 +5 likes", "P27 likes +5"])
def test_a_number_to_be_added_is_asked_and_replaces_nothing(text: str) -> None:
    found = parse_kpi(text, now=NOW, zone="Europe/Paris")

    assert isinstance(found, LogCounts)
    assert found.counts.is_empty
    assert found.not_understood


@pytest.mark.parametrize("text", ["target engagement 4,5", "target reach 0.5", "cible interactions 4.5"])
def test_a_part_of_a_count_is_no_target(text: str) -> None:
    found = parse_kpi(text, now=NOW, zone="Europe/Paris")

    assert isinstance(found, SetTarget)
    assert found.value is None
    assert found.not_understood


def test_an_average_may_have_a_fraction() -> None:
    found = parse_kpi("target shares 4.5", now=NOW, zone="Europe/Paris")

    assert isinstance(found, SetTarget)
    assert found.value == 4.5


@pytest.mark.parametrize("text", ["target engagement 4,5", "cible engagement 4.5 %", "target interactions 4.5%"])
def test_a_part_of_a_count_that_may_be_a_rate_is_kept_for_the_question(text: str) -> None:
    found = parse_kpi(text, now=NOW, zone="Europe/Paris")

    assert isinstance(found, SetTarget)
    assert (found.kpi, found.value, found.percent) == (Kpi.ENGAGEMENTS, None, 4.5)
