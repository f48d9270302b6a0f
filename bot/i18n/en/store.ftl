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
