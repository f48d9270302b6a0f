# Who may do what.

refusal-rights-read = That belongs to another channel.
refusal-rights-add_idea = That is not possible with this account.
refusal-rights-add_post = Guests may add ideas: `/post idea …`. Somebody on the team turns them into posts: { $people }.
refusal-rights-add_post-nobody = Guests may add ideas: `/post idea …`. Ask { $people } to turn one into a post.
refusal-rights-change_post = Somebody else has { $post }. Ask { $people } to change it, or leave an idea with `/post idea …`.
refusal-rights-change_post-nobody = Somebody else has { $post }. Ask { $people } to change it, or leave an idea with `/post idea …`.
refusal-rights-approve = { $post } can't be approved by you. Ask { $people }.
refusal-rights-approve-nobody = { $post } can't be approved by you, and no reviewer is named. Ask for review with `/post review { $post } @name`, or ask a workspace admin.
refusal-not-set-up = This calendar has no channel yet, and nobody who looks after it. Type `/parution setup` in the channel that should get the weekly digest: the posts come with it.
refusal-rights-import = Importing changes everybody's calendar. Ask { $people } to do it.
refusal-rights-import-nobody = Importing changes everybody's calendar. Ask { $people } to do it.
refusal-rights-measure = Guests read the numbers. Somebody on the team writes them down: { $people }.
refusal-rights-measure-nobody = Guests read the numbers. Give yours to somebody on the team, or to { $people }.
refusal-rights-change_plan = The plan is looked after by { $people }. Ask them, or a workspace admin.
refusal-rights-override = Only { $people } or a workspace admin can override that: ask one of them.
refusal-rights-override-nobody = Nobody looks after this plan right now. Ask { $people } to override the rule.
refusal-rights-change_plan-nobody = Nobody looks after this plan right now. Ask { $people } to change it, or to name somebody with `/plan people`.
