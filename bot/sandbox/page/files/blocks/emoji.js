// The shortcodes people and apps use most; an unknown one stays as it was typed.

const TABLE = `
+1 👍|thumbsup 👍|-1 👎|thumbsdown 👎|100 💯|alarm_clock ⏰|arrow_down ⬇️|arrow_forward ▶️|arrow_left ⬅️|arrow_right ➡️
arrow_up ⬆️|arrow_upper_right ↗️|arrow_lower_right ↘️|arrows_counterclockwise 🔄|art 🎨|ballot_box_with_check ☑️
bangbang ‼️|bar_chart 📊|beach_with_umbrella 🏖️|palm_tree 🌴|bell 🔔|no_bell 🔕|birthday 🎂|black_circle ⚫
blue_heart 💙|bookmark 🔖|books 📚|boom 💥|bow 🙇|briefcase 💼|bug 🐛|bulb 💡|busts_in_silhouette 👥|bust_in_silhouette 👤
calendar 📆|camera 📷|card_index 📇|cat 🐱|chart_with_upwards_trend 📈|chart_with_downwards_trend 📉|clap 👏|clipboard 📋
clock1 🕐|clock3 🕒|clock4 🕓|clock9 🕘|clock10 🕙|coffee ☕|confetti_ball 🎊|construction 🚧|cry 😢|crystal_ball 🔮|date 📅
dart 🎯|dog 🐶|email 📧|envelope ✉️|exclamation ❗|eyes 👀|fire 🔥|flag-ca 🇨🇦|flag-fr 🇫🇷|flag-gb 🇬🇧|flag-us 🇺🇸|gear ⚙️
gift 🎁|green_heart 💚|grin 😁|grinning 😀|hand ✋|raised_hand ✋|handshake 🤝|hammer_and_wrench 🛠️|heart ❤️
heart_eyes 😍|heavy_check_mark ✔️|heavy_minus_sign ➖|heavy_plus_sign ➕|hourglass ⌛|hourglass_flowing_sand ⏳|house 🏠
hugging_face 🤗|inbox_tray 📥|information_source ℹ️|iphone 📱|joy 😂|key 🔑|label 🏷️|large_blue_circle 🔵|large_green_circle 🟢
large_orange_circle 🟠|large_yellow_circle 🟡|large_purple_circle 🟣|link 🔗|lock 🔒|unlock 🔓|loudspeaker 📢|mag 🔍|mailbox 📫
mega 📣|memo 📝|pencil 📝|pencil2 ✏️|money_with_wings 💸|moneybag 💰|moon 🌙|muscle 💪|mute 🔇|new 🆕|newspaper 📰|no_entry ⛔
no_entry_sign 🚫|octagonal_sign 🛑|ok ✅|ok_hand 👌|outbox_tray 📤|package 📦|page_facing_up 📄|paperclip 📎|partying_face 🥳
pause_button ⏸️|date_pin 📌|pushpin 📌|round_pushpin 📍|point_right 👉|point_down 👇|point_left 👈|point_up ☝️|pray 🙏|question ❓
rainbow 🌈|raised_hands 🙌|recycle ♻️|red_circle 🔴|repeat 🔁|robot_face 🤖|rocket 🚀|rotating_light 🚨|scroll 📜|see_no_evil 🙈
seedling 🌱|shrug 🤷|slightly_smiling_face 🙂|smile 😄|smiley 😃|smirk 😏|sob 😭|sparkles ✨|speech_balloon 💬|star ⭐|star2 🌟
stopwatch ⏱️|sunglasses 😎|sunny ☀️|sunrise 🌅|sweat_smile 😅|tada 🎉|thinking_face 🤔|timer_clock ⏲️|trophy 🏆|tv 📺
movie_camera 🎥|video_camera 📹|underage 🔞|upside_down_face 🙃|v ✌️|warning ⚠️|watch ⌚|wave 👋|white_check_mark ✅|white_circle ⚪
wink 😉|world_map 🗺️|earth_americas 🌎|earth_africa 🌍|wrench 🔧|writing_hand ✍️|x ❌|yum 😋|zap ⚡|zzz 💤|one 1️⃣|two 2️⃣|three 3️⃣
four 4️⃣|five 5️⃣|first_place_medal 🥇|second_place_medal 🥈|third_place_medal 🥉|small_blue_diamond 🔹|small_orange_diamond 🔸
spiral_calendar_pad 🗓️|spiral_note_pad 🗒️|file_folder 📁|open_file_folder 📂|fast_forward ⏩|rewind ⏪|snooze 💤|gem 💎|cake 🍰
`;

const EMOJI = new Map(TABLE.trim().split(/[|\n]/).map((pair) => pair.split(" ")));

export const emojiOf = (name) => EMOJI.get(name.split("::")[0]);

/** *text* with known :shortcodes: drawn. */
export const withEmoji = (text) => text.replace(/:([\w+-]+):/g, (whole, name) => emojiOf(name) ?? whole);
