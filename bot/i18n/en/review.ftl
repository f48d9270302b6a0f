# Review: asked for, given, answered with a wish for a change; and notices to the owner of a post.

review-button = Ask for review…
review-change = Ask for a change…
review-approve-label = Approve { $post }
review-change-label = Ask for a change of { $post }
review-form = Review of { $post }
review-form-change = A change of { $post }
review-submit = Ask for review
review-ask-who = Reviewer
review-ask-note = What to look at
review-ask-hint = They get it at once, with the text and the buttons to answer.
review-ask-comment = What to change
review-ask-name = Ask { $name }
review-wanted = This platform requires approval before publishing.
review-with = Waits for { $reviewer } to review it.
review-by = Approved by { $who }.
review-somebody = somebody else
review-not-approved = *Not approved: { $posts }.* { $who } reviews it first, as the plan says. If it is live already, say so below: its history will show that it went out without approval.
review-changed-since = *It changed after you read it,* so nothing is approved yet. This is the current version:

review-ask = { $post } · { $title } waits for your review: { $platform }, { $when }, asked by { $by }
review-ask-own = { $post } · { $title } waits for your review: { $platform }, { $when }
review-told-many = { $count ->
    [0] No review waits for you any more
    [one] 1 post waits for your review: { $posts }
   *[other] { $count } posts wait for your review: { $posts }{ $more ->
        [0] {""}
       *[other] {" "}and { $more } more
    }
}
review-note = To look at: { $note }
review-silent = { $reviewer } was asked { $since } and has not answered yet.
review-absent = { $post } · { $title }: { $reviewer }, who was to review it, is away until { $until }.
review-absent-instead = { $instead } is asked instead.
review-absent-nobody = Nobody else who may approve it is there: ask somebody else, or it waits.
review-ask-other = Ask somebody else…
review-row = To review: { $post } · { $title }
review-approved = { $post } · { $title } is approved by { $by }.
review-sent-back = { $post } · { $title }: { $by } sent it back with a comment.
review-over = { $post } · { $title } needs no review any more: it is { $state } now.
review-asked-again = { $post } · { $title }: you were asked again, in a newer message.
review-with-another = { $post } · { $title }: { $reviewer } is reviewing it now.
agenda-to-review = { $n ->
    [one] { $n } to review
   *[other] { $n } to review
}

review-words = *{ $post } · { $title } stays as it is.* An approval takes no words beside it: approve it without them, or ask for a change with them.

review-said-asked = *{ $post } is in review now:* { $reviewer } is told at once.
review-said-instead = *{ $post } is in review now.* { $reviewer } is away until { $until }; { $instead } is asked instead.
review-said-yours = *{ $post } is in review now.* { $reviewer } is away until { $until }; until then the review is yours.
review-said-waits = *{ $post } is in review now,* but { $reviewer } is away until { $until } and nobody else who may approve it is there. To ask somebody else: `/post review { $post } @name`.
review-said-own = *{ $post } is in review now:* you are the reviewer.
review-said-again = *{ $reviewer } is asked again about { $post },* with your note.
review-said-already = *{ $post } is with { $reviewer } already,* since { $since }. To ask again, add a note: `/post review { $post } @name note`.
review-said-approved = *{ $post } is approved.*
review-said-sent-back = *{ $post } went back* with what you wrote; its owner is told.

notice-handed = { $post } · { $title } is yours now: { $platform }, { $when }, handed over by { $by }
notice-handed-series = { $post } · { $title } is yours now: { $platform }, { $when }, handed over by { $by }, and with it { $n ->
    [one] 1 more post of its series
   *[other] { $n } more posts of its series
}
notice-handed-on = { $post } · { $title } was yours for a while and is with somebody else again.
notice-approved = { $post } · { $title } is approved by { $by }: { $platform }, { $when }
notice-changes = { $by } asks for a change of { $post } · { $title } ({ $platform }, { $when })
notice-approved-undone = { $by } approved { $post } · { $title }, then undid that.
notice-changes-undone = { $by } asked for a change of { $post } · { $title }, then undid that.
notice-thread = *{ $post } · { $title }* · { $platform } · { $when } · { $state } · { $owner }
notice-thread-hint = Talk about it in the thread; this message follows the post.
thread-button = Start a channel thread
thread-said = *{ $post } gets its thread in { $channel } now.*
plan-ask-thread = A thread for each post in the channel
plan-ask-thread-hint = A week before each is due; it follows the post. Those due sooner when you turn it on get theirs an hour before, or from their card.
plan-thread-yes = each post gets one
plan-thread-no = no threads

history-changes-asked = a change asked for
history-published-unapproved = published without approval

refusal-review-own = { $post } can't be reviewed by its own owner. Choose somebody else.
refusal-review-nobody = Nobody can review { $post }: the plan names no reviewer other than its owner. Choose somebody: `/post review { $post } @name`.
refusal-review-comment-missing = Say what to change.
refusal-review-not-asked = { $post } is not in review. Leave a note with `/post edit { $post }`, or talk to its owner.

post-help-review = /post review P12 @amy
post-help-review-says = somebody reviews it first; without a name, the reviewer in the plan
post-help-approve = /post approve P12
post-help-approve-says = or `/post changes P12 "Shorter, please"`, by the reviewer
