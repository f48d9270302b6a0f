# What stands beside a post's text.

detail-button = Details…
detail-form = Details of { $post }
detail-ask-theme = Theme
detail-ask-labels = Labels
detail-ask-labels-hint = With commas between them; in quotes if a comma belongs to it: "green, white".
detail-ask-campaign = Campaign
detail-ask-spend = Spend ({ $currency })
detail-ask-partnership = Paid partnership
detail-is-partnership = It is a paid partnership and has to say so
detail-ask-links = Links to files
detail-ask-links-hint = One a line; after “ | ” what it shows: https://… | Amy holding a cup
detail-ask-alt = Alternative text of { $name }
detail-ask-alt-hint = What it shows, for those who can't see it. A single “-” takes the file off.
detail-attach = Attach a file…
detail-drop-file = Send the file in our direct message within half an hour: it goes to { $post }.
detail-said-attached = { $count ->
    [one] *The file is attached to { $post }.* Say in “Details…” what it shows.
   *[other] *{ $count } files are attached to { $post }.* Say in “Details…” what they show.
}
detail-said-attached-told = { $count ->
    [one] *The file is attached to { $post },* with its alternative text.
   *[other] *{ $count } files are attached to { $post },* with their alternative texts.
}
detail-campaign = Campaign: { $campaign }
detail-spend = Spend: { $spend }
detail-partnership = A paid partnership
detail-attached = Attached: { $name } ({ $alt })
detail-attached-mute = Attached: { $name } (no alternative text yet)
detail-more = { $count ->
    [one] And one more file.
   *[other] And { $count } more files.
}

refusal-attachments-full = A post takes { $limit } files and links. Take one off first.
