"""A sample team: French and English members in several time zones, with the channels they talk in."""

from bot.sandbox.team import Channel, Member, Team
from bot.sandbox.workspace import BOT_USER_ID, Workspace

FOUNDED = 1_388_570_400  # 1 January 2014, 10:00 UTC


def sample_workspace() -> Workspace:
    team = Team(id="TMAISONLUNE", name="Maison Lune", domain="maison-lune")
    return Workspace(team=team, members=_members(), channels=_channels())


def _members() -> list[Member]:
    return [
        _member("UAMY", "amy", "Amy Tremblay", "America/Toronto", "fr-FR", title="Stratégie", is_admin=True),
        _member("UBOB", "bob", "Bob Miller", "Europe/London", "en-GB", title="Copy"),
        _member("UCHLOE", "chloé", "Chloé Martin", "Europe/Paris", "fr-FR", title="Vidéo"),
        _member("UDAN", "dan", "Dan Lee", "America/Vancouver", "en-US", title="Community"),
        _member("UINES", "ines", "Ines Duval", "America/Toronto", "fr-CA", title="Design"),
        _member("UGUEST", "gaspard", "Gaspard Roy", "Europe/Paris", "fr-FR", title="Agence", is_guest=True),
        _member("UGONE", "gina", "Gina Moss", "Europe/London", "en-GB", title="Copy", deleted=True),
    ]


def _member(
    user_id: str,
    name: str,
    real_name: str,
    tz: str,
    locale: str,
    *,
    title: str,
    is_admin: bool = False,
    is_guest: bool = False,
    deleted: bool = False,
) -> Member:
    return Member(
        id=user_id,
        name=name,
        real_name=real_name,
        display_name=real_name.split()[0],
        tz=tz,
        locale=locale,
        email=f"{user_id[1:].lower()}@maison-lune.example",
        title=title,
        is_admin=is_admin,
        is_guest=is_guest,
        deleted=deleted,
    )


def _channels() -> list[Channel]:
    team = frozenset({"UAMY", "UBOB", "UCHLOE", "UDAN", "UINES"})
    return [
        Channel(
            id="CGENERAL", name="general", members=team | {"UGUEST"}, is_general=True, creator="UAMY", created=FOUNDED
        ),
        Channel(id="CSOCIAL", name="social", members=team | {BOT_USER_ID}, creator="UAMY", created=FOUNDED),
        Channel(
            id="CCAMPAGNE",
            name="campagne",
            kind="private",
            members=frozenset({"UAMY", "UCHLOE", "UINES", BOT_USER_ID}),
            creator="UCHLOE",
            created=FOUNDED,
        ),
        Channel(
            id="CSECRET", name="finances", kind="private", members=frozenset({"UAMY"}), creator="UAMY", created=FOUNDED
        ),
        Channel(
            id="COLD",
            name="lancement-2013",
            members=team | {BOT_USER_ID},
            is_archived=True,
            creator="UAMY",
            created=FOUNDED,
        ),
    ]
