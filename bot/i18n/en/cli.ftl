# The command line.

cli-description = Keeps a team's social-media calendar in Slack. People publish, the bot never does.
cli-command = COMMAND
cli-positionals = arguments
cli-options = options
cli-help = show this help and exit
cli-arguments-missing = { $what } is missing.
cli-arguments-unknown = I don't know { $what }. --help shows what there is.
cli-argument-choice = { $name }: { $what } isn't one of { $known }.
cli-argument-value = { $name }: { $what } can't be read. --help shows what it takes.
cli-argument-empty = { $name } needs a value after it.
cli-argument-ambiguous = { $what } could be { $known }. Write it in full.
cli-demo = try everything on a local Slack with a sample team; no account needed
cli-sandbox-help = the local Slack alone, for any Slack app
cli-run = the bot in the workspace that the environment names
cli-manifest = the app's manifest, ready to paste at api.slack.com/apps
cli-manifest-url = for HTTP instead of Socket Mode: where Slack reaches this machine
cli-doctor = check tokens, scopes, manifest, channels, store and clock
cli-import = read a calendar from a CSV file
cli-export = write the calendar as a CSV file
cli-digest = the numbers of a week

cli-port = port of the page on 127.0.0.1
cli-store = where the calendar is kept, like tinydb:///path/to/parution.json (default: PARUTION_STORE)
cli-strategy = which strategy, when there are several
cli-demo-store = keep the demo's calendar here instead of in a folder that is deleted at the end
cli-demo-calendar = a CSV file to use instead of the sample calendar
cli-demo-at = stop the clock at this moment, like 2026-11-25T08:55 (in Montréal)
cli-demo-no-browser = do not open a browser
cli-required-scopes = install the app without its optional scopes, as an admin may
cli-sandbox-manifest = the app's manifest.yml, which says its scopes, events and commands
cli-sandbox-request-url = send signed HTTP requests here instead of using Socket Mode
cli-digest-week = an ISO week like 2014-W51 (default: last week)
cli-digest-json = every figure with its numerator, denominator and n

cli-new-strategy = There was no strategy yet, so “{ $name }” was made, in { $zone }. /parution setup binds it to a channel.
cli-import-unasked = There is no terminal to ask in. Add --yes to write this.
cli-import-yes = do not ask, write
cli-import-zone = time zone of a strategy that is made for the file (default: this machine's TZ, else UTC)
cli-import-ask = Write this? (y/n){" "}
cli-export-file = where to write (default: standard output)

cli-demo-preparing = A sample team is living through last week…
cli-demo-ready =
    Parution is at { $url }
    Act as any member at the top, type /post in the box, move the clock. Ctrl-C ends it.
cli-sandbox =
    The local Slack is at { $url }
    SLACK_API_URL={ $api }
    SLACK_BOT_TOKEN={ $bot }
    SLACK_APP_TOKEN={ $app }
cli-sandbox-secret = SLACK_SIGNING_SECRET={ $secret }
cli-running = Parution is connected to { $team }. The calendar is kept in { $store }. Ctrl-C ends it.
cli-listening = Parution listens on port { $port } for { $team }; Slack has to reach it at https://…/slack/events. The calendar is kept in { $store }. Ctrl-C ends it.
cli-stopped = Parution has stopped. Nothing is lost; what comes due meanwhile is told at the next start.

doctor-ok = ok
doctor-advice = note
doctor-fault = PROBLEM
doctor-token-ok = The bot token works: { $user } in { $team }.
doctor-scopes-ok = All needed scopes are granted.
doctor-scopes-fault = Scopes are missing: { $scopes }. Add them under OAuth & Permissions → Scopes, then press Reinstall to Workspace.
doctor-scopes-advice = Optional scopes were left out. Parution works without them; add them under OAuth & Permissions → Scopes, then press Reinstall to Workspace:
doctor-scope-advice = Without { $name } { $scope ->
    [app_mentions-read] it doesn't notice when somebody mentions it. Commands and direct messages are answered.
    [canvases-write] it can't keep the month in a canvas of the channel. The list and the picture need none.
    [channels-history] it can't check in a public channel whether a digest got through after a network failure, so it asks before it posts again.
    [channels-read] it can't tell that a channel is public: only people who used it there, are named in the strategy or own one of its posts see the strategy.
    [dnd-read] it doesn't know anybody's quiet hours. Reminders come on time; Slack itself mutes them.
    [files-read] it can't read a calendar that somebody sends. parution import FILE reads it on this machine.
    [files-write] it can't send exports, nor the month as a picture. parution export writes a file on this machine.
    [groups-history] it can't check in a private channel whether a digest got through after a network failure, so it asks before it posts again.
    [groups-read] it can't tell who is in a private channel: only people who used it there, are named in the strategy or own one of its posts see the strategy.
   *[other] some of it doesn't work.
}
doctor-clock-ok = This machine's clock agrees with Slack's ({ $seconds } s apart).
doctor-clock-fault = This machine's clock is { $seconds } s { $direction ->
    [fast] fast
   *[slow] slow
}. Turn on network time: reminders would come at the wrong minute, and Slack refuses signatures more than 5 minutes off.
doctor-socket-ok = Socket Mode: the bot connects to Slack by itself, and Slack lets it in.
doctor-both-advice = SLACK_APP_TOKEN is set, so Socket Mode is used and PARUTION_PORT ({ $port }) is not. Leave SLACK_APP_TOKEN empty for HTTP.
doctor-http-ok = HTTP: the bot answers Slack's challenge on port { $port }. Slack has to reach it at https://…/slack/events, with Socket Mode off in the app: parution manifest --url https://… prints a manifest with both.
doctor-http-idle = HTTP: nothing is listening on port { $port }: the bot isn't running. Start it with parution run. Slack has to reach it at https://…/slack/events, with Socket Mode off in the app: parution manifest --url https://… prints a manifest with both.
doctor-http-fault = HTTP: what listens on port { $port } does not answer Slack's challenge. Is another program there, or a bot with another SLACK_SIGNING_SECRET? Check PARUTION_PORT and SLACK_SIGNING_SECRET, then restart the bot.
doctor-store-ok = The calendar opens: { $url }.
doctor-store-running = The calendar is sound and in use by the bot that runs: { $url }.
doctor-manifest-ok = { $file } and the commands of this version are the same.
doctor-manifest-fault = The manifest and this version differ in: { $commands }. Paste what parution manifest prints under App Manifest (for HTTP: parution manifest --url https://…).
doctor-strategy-advice = There is no strategy yet. Type /parution setup in the channel that should get the digest.
doctor-channel-ok = { $name } can post to { $channel }.
doctor-channel-unknown = { $name }: Slack does not tell without the scope channels:read whether the bot is in { $channel }. If digests don't come, type /invite @Parution there.
doctor-channel-fault = { $name } cannot post to { $channel } ({ $code }). Type /invite @Parution there, or choose another channel with /parution setup.

refusal-setting-token = { $name } is { $state ->
    [missing] not set
   *[wrong] not the right kind of value
}. It starts with { $prefix }; you find it at api.slack.com/apps → your app → { $name ->
    [SLACK_APP_TOKEN] Basic Information → App-Level Tokens
   *[other] OAuth & Permissions → Bot User OAuth Token
}.
refusal-setting-swapped = SLACK_BOT_TOKEN and SLACK_APP_TOKEN are swapped: xoxb-… belongs to the first, xapp-… to the second.
refusal-setting-two-apps = SLACK_BOT_TOKEN belongs to the app { $bot }, SLACK_APP_TOKEN to the app { $app }. Copy both from the same app at api.slack.com/apps.
refusal-setting-secret = SLACK_SIGNING_SECRET isn't the right kind of value. Copy it from api.slack.com/apps → your app → Basic Information → App Credentials → Signing Secret.
refusal-setting-log = PARUTION_LOG has to be one of { $levels } (it is “{ $what }”). Leave it empty for INFO.
refusal-setting-zone = { $name } is “{ $what }”, which isn't a time zone I know. Write it like Europe/Paris, or leave it out.
refusal-slack-token = Slack refuses the bot token ({ $code }). { $state ->
    [removed] The app was removed from the workspace: install it again under OAuth & Permissions, then copy SLACK_BOT_TOKEN from there.
   *[wrong] Copy SLACK_BOT_TOKEN again from api.slack.com/apps → your app → OAuth & Permissions → Bot User OAuth Token.
}
refusal-slack-socket = Slack refuses Socket Mode ({ $code }). Turn it on under Settings → Socket Mode, and copy SLACK_APP_TOKEN (scope connections:write) from Basic Information → App-Level Tokens.
refusal-slack-unreachable = Slack can't be reached at { $url } ({ $code }). Check this machine's network, its proxy (HTTPS_PROXY) and SLACK_API_URL, then try again.
refusal-slack-ill = { $url } doesn't answer as Slack does ({ $code }). Try again in a few minutes; if it goes on, check SLACK_API_URL and status.slack.com.
refusal-port-refused = Port { $port } can't be used{ $why ->
    [none] .
   *[other] {" "}({ $why }).
} Set PARUTION_PORT to a free one above 1023.
refusal-manifest-url = --url can't be “{ $what }”: { $why ->
    [scheme] Slack calls https:// addresses only
    [secret] it can't contain a name or password
    [local] Slack can't reach that address from outside
    [path] /slack/events is added to it, and nothing else may follow the host
   *[host] there is no host in it
}. Write it like https://parution.example.com.
refusal-setting-connection = Set SLACK_APP_TOKEN (Socket Mode; Basic Information → App-Level Tokens) or SLACK_SIGNING_SECRET with PARUTION_PORT (HTTP; Basic Information → App Credentials).
refusal-setting-port = Set PARUTION_PORT to a free port from 1 to 65535 (it is “{ $what }”). Slack has to reach it at https://…/slack/events; see Event Subscriptions → Request URL.
refusal-setting-url = SLACK_API_URL has to be https://… or a local Slack at http://127.0.0.1:PORT/api/ (it is “{ $what }”). Leave it empty for Slack itself.
refusal-store-url = PARUTION_STORE has to be like tinydb:///path/to/parution.json (it is “{ $url }”).
refusal-port-taken = Port { $port } can't be used: it is in use, or isn't a number from 1 to 65535. Choose another with --port, or leave it out.
refusal-request-url = “{ $what }” isn't an address that requests can be sent to. Write it like http://127.0.0.1:3000/slack/events.
refusal-manifest-unreadable = “{ $what }” isn't a Slack app manifest. Check its name; parution manifest prints one.
refusal-at-unreadable = “{ $what }” is not a moment I can read. Write it like 2026-11-25T08:55.
refusal-which-strategy = Which strategy? Name one with --strategy: { $known }.
refusal-file-special = “{ $what }” is a folder or a device: a file can't take its place. Name a file, or leave it out to write to the standard output.
refusal-file-unreadable = The file “{ $what }” can't be read. Check its name.
