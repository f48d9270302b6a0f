"""The commands of the command line, one file each or a few that belong together."""

from bot.cli.backup import BACKUP, CHECK, RESTORE
from bot.cli.calendar import EXPORT, IMPORT
from bot.cli.command import Command
from bot.cli.demo import DEMO, SANDBOX
from bot.cli.digest import DIGEST
from bot.cli.doctor import DOCTOR
from bot.cli.forget import FORGET
from bot.cli.manifest import MANIFEST
from bot.cli.run import RUN

COMMANDS: tuple[Command, ...] = (
    DEMO,
    SANDBOX,
    MANIFEST,
    RUN,
    DOCTOR,
    IMPORT,
    EXPORT,
    DIGEST,
    BACKUP,
    RESTORE,
    CHECK,
    FORGET,
)
