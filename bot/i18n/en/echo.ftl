# The echo check: two posts with the same text.

echo-same = *The same text as { $post } on { $platform }.*
echo-near = *Nearly the same text as { $post } on { $platform } ({ $alike }).*
echo-more = { $count ->
    [one] And one more post reads alike.
   *[other] And { $count } more posts read alike.
}
echo-kept = Reads like { $posts }, on purpose: { $why }
echo-rewrite = Rewrite…
echo-rewrite-label = Rewrite { $post }
echo-keep = Keep, with a reason…
echo-keep-label = Keep the text of { $post }, with a reason
echo-form = Rewrite { $post }
echo-form-keep = Keep the same text
echo-ask-why = Why the same text is meant
echo-ask-why-hint = It stays with the post until its text changes.
echo-said-kept = *{ $post } keeps its text.*
echo-import = { $count ->
    [one] 1 row reads like another post
   *[other] { $count } rows read like other posts
} (import them and rewrite them, or change the file first):
echo-import-line = line { $line } · { $alike } like { $what }
echo-import-post = { $post } on { $platform }
echo-import-row = line { $line }
echo-import-part = Near likeness was looked for in the first { $count } rows only; copies in all of them.
history-echo-kept = same text kept
post-ask-text-part = Text, part { $part } of { $parts }

refusal-echo-reason-missing = Say briefly why the same text is meant.
