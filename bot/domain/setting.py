"""What a newsroom and a channel can set in chat, and the words it is called by."""

from enum import StrEnum


class Setting(StrEnum):
    """One setting, by the name one types."""

    LANGUAGE = "language"
    ZONE = "zone"
    QUIET = "quiet"
    DIGEST = "digest"
    EMBARGO = "embargo"
    JOIN = "join"
    NAME = "name"
    NEWSROOM_LANGUAGE = "newsroom-language"
    NEWSROOM_ZONE = "newsroom-zone"
    COUNTRY = "country"
    DAYS_OFF = "days-off"
    HOURS = "working-hours"
    ADMIN = "admin"
    EDITORS = "editors"
    DORMANT = "dormant"


_ALSO = {
    "sperrefrist": Setting.EMBARGO,
    "samle": Setting.JOIN,
    "samling": Setting.JOIN,
    "joining": Setting.JOIN,
    "språk": Setting.LANGUAGE,
    "sone": Setting.ZONE,
    "tidssone": Setting.ZONE,
    "timezone": Setting.ZONE,
    "stille": Setting.QUIET,
    "stilletid": Setting.QUIET,
    "quiet-hours": Setting.QUIET,
    "ro": Setting.QUIET,
    "dagsliste": Setting.DIGEST,
    "dagslista": Setting.DIGEST,
    "navn": Setting.NAME,
    "namn": Setting.NAME,
    "redaksjonsspråk": Setting.NEWSROOM_LANGUAGE,
    "redaksjonssone": Setting.NEWSROOM_ZONE,
    "land": Setting.COUNTRY,
    "fridager": Setting.DAYS_OFF,
    "fridagar": Setting.DAYS_OFF,
    "holidays": Setting.DAYS_OFF,
    "arbeidstid": Setting.HOURS,
    "arbeidstider": Setting.HOURS,
    "hours": Setting.HOURS,
    "driftskanal": Setting.ADMIN,
    "redaktører": Setting.EDITORS,
    "redaktørar": Setting.EDITORS,
    "dvale": Setting.DORMANT,
    "hvile": Setting.DORMANT,
}


def setting_named(word: str) -> Setting | None:
    """Return the setting of a name in any of the languages, or None."""
    name = word.strip().lower()
    if name in set(Setting):
        return Setting(name)
    return _ALSO.get(name)
