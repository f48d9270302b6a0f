# What the command line says about the calendar on disk: backups, checks, everything as one file, forgetting.

cli-backup = copy the calendar, also while the bot runs
cli-backup-to = where to (default: backups/ beside the calendar, kept until you delete it)
cli-backup-done = The calendar was copied to { $path } ({ $counts }).

cli-restore = put a backup in the place of the calendar
cli-restore-file = the backup; without one, those that are there are listed
cli-restore-none = There is no backup beside { $path } yet. Parution makes one every day while it runs; parution backup makes one now.
cli-restore-list = Backups of { $path }, the newest first. Put one in its place with parution restore FILE:
cli-restore-one = { $path } · { $moment } · { $kind ->
    [kept] made on request
   *[daily] made by itself
}
cli-restore-done = { $backup } is in its place now: { $counts }.
cli-restore-edited = note { $backup } was changed since it was made. It can be read to the end.
cli-restore-aside = What was there before is kept in { $aside }.

cli-check = find damage in the calendar, also while the bot runs; changes nothing
cli-check-file = another file to check, a backup for instance (default: the calendar)
cli-check-sound = { $path } can be read to the end: { $counts }.
cli-check-edited = note { $path } was changed outside of Parution since it was written. { $which ->
    [own] If that was you, all is well: the next start goes on with it, and keeps a copy of what it reads. If nobody did that, the disk may be failing: restore a backup.
   *[other] If that was not you, the disk may be failing: use another backup.
}
cli-check-found = note Changed outside of Parution on { $moment }: what was found then is kept in { $path }.
cli-check-older = It is in format { $found }; the next start brings it to { $known }, and keeps a copy as it is now.
cli-check-backup = The newest backup is { $path } ({ $moment }).
cli-check-no-backup = There is no backup yet. Parution makes one every day while it runs; parution backup makes one now.
cli-problem-unreadable = PROBLEM { $table } { $entry } can't be read ({ $detail }). Stop Parution and fix that line of the file, or restore a backup.
cli-problem-unknown_field = note { $table } { $entry } has a field “{ $detail }” that Parution doesn't know and doesn't read. If a name was mistyped by hand, stop Parution and fix it.
cli-problem-unknown_table = note The table “{ $detail }” isn't one of Parution's. It is kept and not read.
cli-problem-broken_reference = PROBLEM { $table } { $entry } belongs to { $detail }, which is not there. Bring { $detail } back from a backup, or stop Parution and name another one in that line.
cli-problem-number_behind = PROBLEM Numbers would be given twice: { $entry } is counted lower than { $detail }, which is taken. Stop Parution and set "last" of { $entry } in the table numbers to { $detail }.

store-counts-none = nothing in it
store-count = { $table ->
    [posts] { $count ->
        [one] { $count } post
       *[other] { $count } posts
    }
    [strategies] { $count ->
        [one] { $count } strategy
       *[other] { $count } strategies
    }
    [members] { $count ->
        [one] { $count } member
       *[other] { $count } members
    }
    [measurements] { $count ->
        [one] { $count } measurement
       *[other] { $count } measurements
    }
    [check_ins] { $count ->
        [one] { $count } round
       *[other] { $count } rounds
    }
    [questions] { $count ->
        [one] { $count } question
       *[other] { $count } questions
    }
    [deliveries] { $count ->
        [one] { $count } reminder
       *[other] { $count } reminders
    }
   *[notes] { $count ->
        [one] { $count } note
       *[other] { $count } notes
    }
}

cli-everything-export = the whole calendar with everything in it, as one JSON file
cli-everything-import = FILE is a whole calendar, as export --everything wrote it
cli-everything-replace = with --everything: in the place of the calendar that is there, of which a backup is kept
cli-everything-exported = Everything is in { $path }: { $counts }.
cli-everything-imported = Everything is taken in: { $counts }.

cli-forget = remove what is kept about a member, backups included
cli-forget-member = Slack's id of the member, or the name
cli-forget-title = What will happen to everything kept about { $member }:
cli-forget-member-row = · name, time zone, settings and absences will be deleted
cli-forget-posts = · { $count ->
    [one] { $count } post will no longer name them
   *[other] { $count } posts will no longer name them
}; { $unowned ->
    [0] none of the open ones will be left without an owner
    [one] { $unowned } open one will be left without an owner
   *[other] { $unowned } open ones will be left without an owner
}
cli-forget-strategies = · { $count ->
    [one] { $count } strategy will no longer name them
   *[other] { $count } strategies will no longer name them
}
cli-forget-check_ins = · { $count ->
    [one] { $count } round will lose its words and name
   *[other] { $count } rounds will lose their words and name
}; the numbers will stay in the team's sums
cli-forget-questions = · { $count ->
    [one] { $count } question
   *[other] { $count } questions
} of theirs: open ones will go to whoever looks after the strategy
cli-forget-voices = · { $count ->
    [one] { $count } voice
   *[other] { $count } voices
} of theirs: they will go to whoever looks after the strategy; what was kept about them as an advocate is deleted
cli-forget-corrections = · { $count ->
    [one] { $count } correction
   *[other] { $count } corrections
} of theirs: open ones will go to whoever looks after the strategy
cli-forget-share_kits = · { $count ->
    [one] { $count } share kit
   *[other] { $count } share kits
}: what they shared stays counted, without their name and words
cli-forget-measurements = · { $count ->
    [one] { $count } measurement
   *[other] { $count } measurements
} will no longer say who entered them
cli-forget-deliveries = · { $count ->
    [one] { $count } reminder to or about them
   *[other] { $count } reminders to or about them
} will be deleted
cli-forget-notes = · { $count ->
    [one] { $count } step that waited for them
   *[other] { $count } steps that waited for them
} will be deleted
cli-forget-followed = · { $follower } will look after { $strategy }. To name somebody else, type /plan people in its channel.
cli-forget-unmanaged = · Nobody looks after { $strategies } any more. A workspace admin chooses somebody with /parution setup in its channel.
cli-forget-copies = · { $count ->
    [0] No backup names them.
    [one] { $count } backup will be rewritten without them.
   *[other] { $count } backups will be rewritten without them.
} A copy that can't be read will be deleted. Copies that you put elsewhere are yours to delete.
cli-forget-named = · Their name appears in other people's texts, which will stay: { $where }. Check these yourself.
cli-forget-again = · Whoever writes to Parution again, or is named in a post, becomes known to it again.
cli-forget-ask = Forget { $member } for good? (y/n){" "}
cli-forget-yes = do not ask
cli-forget-unasked = There is no terminal to ask in. Add --yes to forget them for good.
cli-forget-dropped = Nothing was changed.
cli-forget-done = { $member } is forgotten.
cli-forget-rewritten = Rewritten: { $path }
cli-forget-removed = Deleted, because it can't be read, was never finished or belongs to an older version: { $path }

cli-uninstalled = Parution was removed from the workspace. Its calendar and backups have been deleted, as Slack asks.

refusal-store-missing = There is no calendar at { $path } yet. Parution makes it at its first start; another one is named with --store or PARUTION_STORE.
refusal-store-no-file = { $url } keeps nothing on disk: there is nothing to copy, to check or to restore. Name a calendar with --store or PARUTION_STORE, like tinydb:///path/to/parution.json.
refusal-store-not-a-file = { $path } is not a file that a calendar can be kept in. Name another one with --store or PARUTION_STORE, like tinydb:///path/to/parution.json.
refusal-store-not-empty = There is something in this calendar already. With --replace it gives way to the file; a backup of it is kept.
refusal-backup-over-itself = { $path } belongs to the calendar itself: a copy there would destroy it. Name another file.
refusal-backup-damaged = The backup { $path } can't be read in full ({ $where ->
    [empty] it is empty
   *[other] { $where }
}), so it was not used and nothing was changed. Use another one: parution restore lists them.
refusal-everything-damaged = { $name } can't be read in full ({ $what ->
    [byte] it is damaged at byte { $where }
   *[entry] see { $where }
}). Nothing was written. Write it again with parution export --everything.
refusal-everything-foreign = { $name } is not a whole calendar of Parution. One is written by parution export --everything FILE; a calendar as CSV is read without --everything.
refusal-forget-unknown = Nothing is kept about “{ $what }”, not even in backups. A member's Slack id is in their profile, under ⋮ → Copy member ID.
refusal-forget-several = “{ $what }” is the name of several members: { $ids }. Use the id.
refusal-file-trouble = { $path } could not be read or written ({ $why }). Check the folder, its rights and the room on its disk.

# What can be wrong with the calendar on disk.

refusal-store-locked = The calendar { $path } is in use by { $pid ->
    [none] another process
   *[other] process { $pid }
}. Only one Parution can have it open: stop that one, or name another calendar in PARUTION_STORE.
refusal-store-too-new = The calendar { $path } was written by a newer version of Parution (format { $found }; this version knows { $known }). It was not touched. Install that version or a later one.
refusal-store-damaged = The calendar { $path } is damaged: { $what ->
    [bad_line] what is at byte { $where } is not what was written
    [gap] the latest changes are missing; the .json file and its .journal don't belong together
    [not_json] it stops being JSON at byte { $where }
    [same_key_twice] two entries have the same id ({ $where })
    [not_a_record] the entry { $where } holds something that can't be read
   *[other] it is not a calendar of Parution ({ $where })
}. Nothing was changed. Fix the file, or put a backup in its place { $backup ->
    [none] (none was found beside it)
   *[other] (the newest is { $backup })
} with parution restore.
refusal-store-gone = { $what ->
    [gone] The calendar { $path } is gone, though the files beside it show that it was there
    [empty] The calendar { $path } is empty, though the files beside it show that it wasn't
   *[journal_gone] The journal { $path }.journal is gone or empty, and with it the latest changes: Parution wasn't shut down properly, so it should be there
}. Nothing was changed. { $what ->
    [journal_gone] Put the journal back where it was; or go on with what the calendar holds without it: parution restore { $path }
   *[other] Put the file back, { $backup ->
        [none] from one of your copies (no backup was found beside it)
       *[other] or restore the newest backup: parution restore { $backup }
    }. For a new calendar, name another one in PARUTION_STORE
}.
refusal-store-write = { $what ->
    [full] The disk is full: nothing was saved. Make room for { $path }, then do it again.
    [read_only] The disk of { $path } has failed: nothing was saved, and nothing will be until the disk is fixed and Parution is started again. What was saved before is safe.
    [taken] { $path } was replaced while Parution was running: nothing was saved. Stop whatever else writes there, then start Parution again.
    [closed] Parution is stopping: nothing was saved. Do it again in a moment.
    [forbidden] { $path } may not be written: nothing was saved. Give the user that runs Parution the right to write there (and to its folder), then do it again.
   *[other] The disk refused to save it: nothing was saved. Do it again; if it goes on, check the disk of { $path }.
}
refusal-record-unreadable = { $kind } { $id } can't be read from the calendar ({ $why }). Somebody has probably changed the file by hand: fix that entry while Parution is stopped, or restore a backup.
