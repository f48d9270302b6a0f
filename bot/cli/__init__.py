"""The commands of the command line, one file each or a few that belong together."""

from bot.cli.command import Listed

COMMANDS: tuple[Listed, ...] = (
    Listed(name="demo", help="cli-demo", place="bot.cli.demo:DEMO"),
    Listed(name="sandbox", help="cli-sandbox-help", place="bot.cli.demo:SANDBOX"),
    Listed(name="manifest", help="cli-manifest", place="bot.cli.manifest:MANIFEST"),
    Listed(name="run", help="cli-run", place="bot.cli.run:RUN"),
    Listed(name="doctor", help="cli-doctor", place="bot.cli.doctor:DOCTOR"),
    Listed(name="import", help="cli-import", place="bot.cli.calendar:IMPORT"),
    Listed(name="export", help="cli-export", place="bot.cli.calendar:EXPORT"),
    Listed(name="digest", help="cli-digest", place="bot.cli.digest:DIGEST"),
    Listed(name="backup", help="cli-backup", place="bot.cli.backup:BACKUP"),
    Listed(name="restore", help="cli-restore", place="bot.cli.backup:RESTORE"),
    Listed(name="check", help="cli-check", place="bot.cli.backup:CHECK"),
    Listed(name="forget", help="cli-forget", place="bot.cli.forget:FORGET"),
)
