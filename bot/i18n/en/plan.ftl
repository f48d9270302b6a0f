# Step 2: the plan. Platforms, people, policies, limits, tools, themes, special days.

help-plan = *`/plan`* who does what where, and by which rules
    `/plan platform instagram owner @amy rhythm 3` · `/plan check` · `/plan calendar`
plan-help-title = *`/plan` shows the plan; every part has its button.* By typing:
plan-not-understood = I don't know “{ $what }”. Here is what `/plan` understands:
plan-help =
    `/plan platform instagram owner @amy rhythm 3`
    `/plan limit 4 a day` · `/plan budget 500 a month` · `/plan budget 200 for "Winter"`
    `/plan theme "Winter" 1/12..24/12` · `/plan theme Tips every monday from 1 dec`
    `/plan policy avoid cheap, best` · `/plan policy error 5 hashtags` · `/plan policy 30 minutes apart`
    `/plan day "Company day" 2/1` · `/plan awareness "Tea day" 15/12` · `/plan tools Buffer, Canva` · `/plan manager @amy` · `/plan country FR` · `/plan questions`: by when they are answered
    `/plan pause until monday "flood in town"` · `/plan go on`
plan-help-more = `/plan calendar december` shows the month, `/plan check december` what it still lacks. French words work too: `/plan vérifier décembre`.
plan-button-show = Show the plan
plan-button-check = Check the month
plan-button-calendar = Calendar
plan-button-all = All…
plan-button-people = Manager and settings…

plan-heading = Plan
plan-title = The plan of *{ $name }*
plan-manager = looked after by { $who }
plan-no-manager = nobody looks after it
plan-owner = owner { $who }
plan-backup = backup { $who }
plan-reviewer = reviewer { $who }
plan-unowned = no owner yet
plan-public = for { $public }
plan-rhythm = { $rhythm } a week
plan-language = in { $language }
plan-text-limit = { $limit } characters at most
plan-country = holidays of { $country }
plan-reviewed = posts are reviewed
plan-unreviewed = no review needed
plan-more = { $n ->
    [one] and 1 more
   *[other] and { $n } more
}
plan-edit-label = Edit { $name }
plan-until = { $first } – { $last }
plan-from = from { $first } on
plan-tool-layout = exports for { $layout }

plan-part-platform = Platforms
plan-part-policy = Policies
plan-part-limits = Limits and spend
plan-part-tool = Tools
plan-part-theme = Themes
plan-part-day = Special days
plan-add-platform = Add a platform
plan-add-policy = Add a policy
plan-add-limits = Change limits and budgets
plan-add-tool = Add a tool
plan-add-theme = Add a theme
plan-add-day = Add a company day or an awareness day
plan-empty-platform = None yet. Each platform has its use, its audience, and one person who answers for it.
plan-empty-policy = None yet. A policy is a text to read, or a check that runs whenever a post is saved.
plan-empty-limits = None yet. A limit warns at 80% and blocks a post that would pass 100%.
plan-empty-tool = None yet. Which tools does the team plan and publish with?
plan-empty-theme = None from today on. A theme gives some days or weeks their subject.
plan-empty-day = None in the coming weeks. Public holidays are known once the strategy has a country.

plan-severity-error = error
plan-severity-advice = advice
plan-severity-error-long = Error: a post is blocked until it is fixed
plan-severity-advice-long = Advice: it is pointed out, and the post is saved

plan-policy-text = { $value }
plan-policy-avoid_words = avoid: { $value }
plan-policy-require_words = require: { $value }
plan-policy-require_link = a link to { $value }
plan-policy-require_image_text = every image has its alternative text
plan-policy-most_hashtags = { $n ->
    [one] at most { $value } hashtag
   *[other] at most { $value } hashtags
}
plan-policy-minutes_apart = { $n ->
    [one] { $value } minute apart on a platform
   *[other] { $value } minutes apart on a platform
}
plan-policy-working_hours = working hours only: { $value }
plan-policy-disclosure = paid partnerships say one of: { $value }

plan-kind-text = A text to read
plan-kind-avoid_words = Words to avoid
plan-kind-require_words = Words to require
plan-kind-require_link = A link to the site
plan-kind-require_image_text = Alternative text for images
plan-kind-most_hashtags = Hashtags at most
plan-kind-minutes_apart = Minutes between two posts
plan-kind-working_hours = Working hours only
plan-kind-disclosure = Disclosure of paid partnerships

plan-found-error = *Error:* { $what }
plan-found-advice = *Advice:* { $what }
plan-broken-avoid_words = the plan avoids “{ $what }”
plan-broken-require_words = { $what } { $n ->
    [one] is missing
   *[other] are missing
}
plan-broken-require_link = no link to { $what }
plan-broken-require_image_text = { $n ->
    [one] the image has no alternative text ({ $what })
   *[other] { $n } images have no alternative text ({ $what })
}
plan-broken-most_hashtags = { $used ->
    [one] { $used } hashtag, at most { $limit }
   *[other] { $used } hashtags, at most { $limit }
}
plan-broken-minutes_apart = too close to { $what } on the same platform
plan-broken-working_hours = outside of working hours ({ $what })
plan-broken-free-day = on a day nobody works
plan-broken-disclosure = a paid partnership without { $what }

plan-usage-day = Posts on { $when }: { $used } of { $limit } ({ $share })
plan-usage-month = Spend in { $when }: { $used } of { $limit } ({ $share }), { $over ->
    [true] { $left } too much
   *[false] { $left } left
}
plan-usage-campaign = Campaign { $name }: { $used } of { $limit } ({ $share }), { $over ->
    [true] { $left } too much
   *[false] { $left } left
}
plan-usage-near = *close to the limit*
plan-usage-full = *limit reached*
plan-usage-over = *over the limit*
plan-usage-unknown = { $n ->
    [one] 1 paid post has no amount yet
   *[other] { $n } paid posts have no amount yet
}

plan-again-once = Once
plan-again-weekly = Every week
plan-again-monthly = Every month
plan-again-yearly = Every year
plan-again-other = By its own rule
plan-day-holiday = public holiday
plan-day-company = company day
plan-day-awareness = a reason to post
plan-day-company-long = Company day: nobody works
plan-day-awareness-long = Awareness day: a reason to post

colour-green = green
colour-blue = blue
colour-violet = violet
colour-red = red
colour-orange = orange
colour-yellow = yellow
colour-grey = grey

plan-form-platform = Platform
plan-form-policy = Policy
plan-form-limits = Limits and budgets
plan-form-theme = Theme
plan-form-day = Special day
plan-form-tool = Tool
plan-form-people = Manager, review
plan-ask-platform = Platform
plan-ask-purpose = What is it for?
plan-ask-public = For whom?
plan-ask-owner = Who answers for it
plan-ask-backup = Backup
plan-ask-reviewer = Who reviews
plan-ask-rhythm = Rhythm: posts a week
plan-ask-rhythm-hint = 0.5 is one post in two weeks.
plan-ask-language = Language of its posts
plan-ask-text-limit = Text limit, where it is not the platform's own
plan-ask-review = Review
plan-review-as-strategy = as the strategy says
plan-ask-review-again = After a change to an approved post
plan-review-again = review it again
plan-review-once = the approval stands
plan-ask-country = Country or region of the public holidays
plan-ask-country-hint = Two letters, and those of a region if it has days of its own: FR, BE, CA-QC, CH-GE… Empty: none.
plan-ask-kind = Kind of policy
plan-ask-value = Words, address, number or hours
plan-ask-value-hint = Words with commas between them (cheap* also finds cheaper) · an address · a number of hashtags or minutes · hours as 09:00-18:00
plan-ask-text = Text, or the reason
plan-ask-text-hint = For a text to read: the text. For a check: why it exists; people see it with the finding.
plan-ask-severity = How strict
plan-ask-platforms = Only on these platforms
plan-ask-platforms-hint = Empty: on all of them.
plan-limits-how = A warning comes at 80%. What would pass 100% is blocked, unless the manager gives a reason. Empty or 0: no limit.
plan-ask-posts-a-day = Posts a day, all platforms together
plan-ask-spend-a-month = Spend a month
plan-ask-campaigns = Spend per campaign
plan-ask-campaigns-hint = One a line: Winter = 200. Posts belong to it by their campaign or a label.
plan-ask-currency = Currency
plan-ask-theme = Name of the theme
plan-ask-first = First day
plan-ask-last = Last day
plan-ask-last-hint = Empty: it goes on, or where it comes back, one day each time.
plan-ask-weekdays = Only on these days of the week
plan-ask-again = Comes back
plan-ask-colour = Colour in the calendar
plan-ask-day-name = Name of the day
plan-ask-day = Day
plan-ask-day-sort = What kind of day
plan-day-how = Public holidays of the strategy's country are known already.
plan-ask-tool = Name of the tool
plan-ask-layout = Its export layout
plan-ask-layout-hint = The files of /post export then fit it.
plan-ask-note = Note
plan-ask-drop = Not any more?
plan-drop = Take it out of the plan

plan-said-saved = *{ $part }*: saved.
plan-said-no-limit-day = There is no limit of posts a day now.
plan-said-no-limit-month = There is no limit of spend a month now.
plan-said-no-limit-campaign = There is no limit of spend for { $name } now.
plan-said-theme-over = All its days have passed: the calendar still shows them, and the radar asks for no post.
plan-said-dropped = *{ $part }*: taken out of the plan.
plan-said-undone = The last change to the plan is undone.
plan-history = Changes of the plan
plan-history-none = Nothing was changed yet.
plan-button-history = History…
plan-changed = { $who }, { $when }: { $what }{ $note }
plan-changed-platform = changed a platform
plan-changed-platform-dropped = took a platform out
plan-changed-limits = changed limits and budgets
plan-changed-policy = changed a policy
plan-changed-policies-dropped = took a policy out
plan-changed-theme = changed a theme
plan-changed-themes-dropped = took a theme out
plan-changed-day = changed a special day
plan-changed-days-dropped = took a special day out
plan-changed-tool = changed a tool
plan-changed-tools-dropped = took a tool out
plan-changed-people = changed manager or review
plan-changed-objective = set an objective
plan-changed-objective-edited = changed an objective
plan-changed-objective-closed = closed an objective
plan-changed-objective-reopened = reopened an objective
plan-changed-objective-result = changed the result of an objective
plan-changed-objective-undone = undid a change to an objective
plan-changed-objective-widened = added a platform to an objective
plan-changed-target = set a target
plan-changed-strategy = changed the strategy's settings
plan-changed-undone = undid the last change

refusal-plan-rhythm = Between 0 and { $limit } posts a week.
refusal-plan-text-limit = Between 1 and 100,000 characters.
refusal-plan-number = Between 0 and { $limit } posts a day; empty for no limit.
refusal-plan-money = An amount between 0 and { $limit }; empty for no limit.
refusal-plan-campaigns = “{ $what }” says no amount. One campaign a line: Winter = 200.
refusal-plan-campaign-twice = “{ $name }” is listed twice; small and capital letters make no difference. One line for each campaign.
refusal-plan-campaign-money = “{ $name }”: an amount between 0 and { $limit }, please.
refusal-plan-currency = “{ $what }” isn't a currency. Three letters, like EUR.
refusal-plan-other-currency = The plan has one currency for all of its amounts, and that is { $currency }, not { $typed }. Write this amount in { $currency }, or change the currency of all of them in the form.
refusal-plan-long = At most { $limit } characters, please.
refusal-plan-full = The plan holds { $limit } of these. Take one out first.
refusal-plan-name = A name of 1 to { $limit } characters, please.
refusal-plan-day-past = That day is over. Choose one that comes; with its year, if it is a far one.
refusal-plan-policy-text = Write the text that people should read.
refusal-plan-policy-words = Write one or more words, with commas between them.
refusal-plan-policy-link = Write the address that has to be linked, like https://example.com.
refusal-plan-policy-number = Write a whole number: hashtags at most, or minutes (1 to 1440).
refusal-plan-policy-hours = Write the hours as 09:00-18:00, the first before the last.
refusal-plan-theme-days = The last day comes before the first.
refusal-plan-theme-known = The plan has a theme “{ $name }” already. Edit that one, or choose another name.
refusal-plan-theme-rule = “{ $what }” can't be read as a recurrence. Choose one of the list.
refusal-plan-theme-weekdays = On these days of the week the theme would have no day, or not every time it comes back. Let it last a week or more, come back every week, or leave the days of the week out.
refusal-plan-colour = “{ $what }” isn't a colour. Choose one of the list.
refusal-plan-country = I don't know the public holidays of “{ $what }”. Two letters, like CA or FR, or a region's, like CA-QC; empty for none.
refusal-plan-part-not-found = That is not in the plan any more. `/plan` shows what is.

history-override = overrode a rule or a limit, with a reason
refusal-held = A plan rule blocks this. { $manager }, who looks after the plan, or a workspace admin can override it, with a reason.
refusal-held-nobody = A plan rule blocks this. Ask { $manager } to override it, with a reason.
plan-held-said = *A plan rule blocks this:*
plan-held = *A plan rule blocks this.* Fix it below.
plan-held-override = *A plan rule blocks this.* Fix it below, or give a reason to override it.
plan-held-who = { $manager }, who looks after the plan, or a workspace admin can override the rule, with a reason.
plan-held-who-nobody = Ask { $manager } to override the rule, with a reason.
plan-ask-override = Override, because
plan-ask-override-hint = Kept in the post's history.
plan-overridden = Overridden, because: { $reason }

held-title = { $post } is blocked
held-approve = *A plan rule blocks { $post }.* As it is, it can't be approved:
held-draft = *A plan rule blocks { $post }.* As it is, it can't become a draft:
held-reopen = *A plan rule blocks { $post }.* As it was, it can't come back:
held-next-approve = Once that is fixed, it can be approved.
held-next-draft = Fix that first; until then it stays an idea.
held-next-reopen = As an idea it comes back without its date, and can be fixed.
held-button-idea = Reopen as an idea
held-submit-approve = Approve
held-submit-draft = Make it a draft
held-submit-reopen = Reopen
held-reason-missing = Say why the rule may be overridden.

live-against = A word on { $post }: { $what }. It is recorded as live all the same, and can still be fixed there.
live-against-several = A word on { $posts }: they break a strict rule of the plan. They are recorded as live all the same, and can still be fixed there.
