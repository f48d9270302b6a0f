# The compass: what a post is for, asked once where no objective says so.

compass-ask-platform = *No objective asked for { $platform }.* What is it for there?
compass-ask-objective = *It serves no objective yet.* What is it for?
compass-ask-platform-of = Posts on { $platform }, which no objective asks for
compass-ask-objective-of = Posts that serve no objective yet
compass-serves = It serves “{ $objective }”
compass-serves-label = { $post } serves { $objective }
compass-widen = Add { $platform } to it
compass-widen-label = Add { $platform } to { $objective }
compass-else = Something else…
compass-else-label = Say what { $post } is for
compass-kept-serves = Serves “{ $objective }”, on purpose here.
compass-kept-alone = On purpose: { $why }
compass-said = { $count ->
    [0] Nothing was left to answer.
    [one] *{ $post } is not asked again* unless its platform or objective changes.
   *[other] *{ $count } posts are not asked again* unless their platform or objective changes.
}
compass-serves-said = *{ $post } now serves “{ $objective }”.*
compass-widened-said = The objective { $objective } asks for that platform from now on, for every post; `/objective edit { $objective }` takes it out again.
compass-form = What it is for
compass-ask-purpose = What does it serve?
compass-alone = It stands on its own
compass-ask-objective-too = That objective
compass-ask-widen = asks for { $platform } from now on
compass-ask-why = If it stands on its own: why
compass-ask-why-hint = It stays with the post until its platform or objective changes.
compass-posts = { $count ->
    [one] 1 post: { $posts }{ $rest }
   *[other] { $count } posts: { $posts }{ $rest }
}
compass-more = { " " }and { $count } more
compass-waiting = { $count ->
    [0] Every post of yours has its objective.
    [one] 1 post does not say what it is for yet.
   *[other] { $count } posts do not say what they are for yet.
}
compass-answer = Answer…
history-compass-serves = serves
history-compass-alone = stands on its own
history-compass-widened = its platform added to
post-help-serves = /post serves P12 O1
post-help-serves-says = the objective it is for, or a reason in quotes; alone: which posts still wait for one

refusal-compass-stays-wide = That answer changed the objective { $objective } too, and other posts may lean on it by now. `/objective edit { $objective }` takes the platform out again.
refusal-compass-answer-missing = Say briefly why it stands on its own, or choose an objective.
