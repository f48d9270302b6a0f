// What an element holds, in the shape of Slack's view.state.values.

const ofOption = (el) => ({ selected_option: el.initial_option ?? null });
const ofOptions = (el) => ({ selected_options: el.initial_options ?? [] });
const ofText = (el) => ({ value: el.initial_value ?? null });

const INITIAL = {
  static_select: ofOption,
  external_select: ofOption,
  radio_buttons: ofOption,
  multi_static_select: ofOptions,
  multi_external_select: ofOptions,
  checkboxes: ofOptions,
  users_select: (el) => ({ selected_user: el.initial_user ?? null }),
  multi_users_select: (el) => ({ selected_users: el.initial_users ?? [] }),
  conversations_select: (el, here) => ({ selected_conversation: el.initial_conversation ?? current(el, here) ?? null }),
  multi_conversations_select: (el, here) => ({ selected_conversations: el.initial_conversations ?? [current(el, here)].filter(Boolean) }),
  channels_select: (el) => ({ selected_channel: el.initial_channel ?? null }),
  multi_channels_select: (el) => ({ selected_channels: el.initial_channels ?? [] }),
  datepicker: (el) => ({ selected_date: el.initial_date ?? null }),
  timepicker: (el) => ({ selected_time: el.initial_time ?? null }),
  datetimepicker: (el) => ({ selected_date_time: el.initial_date_time ?? null }),
  plain_text_input: ofText,
  number_input: ofText,
  email_text_input: ofText,
  url_text_input: ofText,
  rich_text_input: (el) => ({ rich_text_value: el.initial_value ?? null }),
  file_input: () => ({ files: [] }),
};

const current = (el, here) => (el.default_to_current_conversation ? here : undefined);

export const holdsState = (el) => el.type in INITIAL;
export const initialState = (el, here) => ({ type: el.type, ...INITIAL[el.type](el, here) });

const elementsOf = (block) =>
  [block.element, block.accessory, ...(block.elements ?? [])].filter((el) => el?.action_id && holdsState(el));

const flat = (blocks) => blocks.flatMap((block) => [block, ...flat(block.child_blocks ?? [])]);

/** state.values for *blocks*: what was typed where the field is still there, else what the app put in. */
export function valuesOf(blocks, typed, here) {
  const values = {};
  for (const block of flat(blocks)) {
    for (const el of elementsOf(block)) {
      const before = typed?.[block.block_id]?.[el.action_id];
      const state = before?.type === el.type ? before : initialState(el, here);
      (values[block.block_id] ??= {})[el.action_id] = state;
    }
  }
  return values;
}

export const isEmpty = (state) =>
  Object.entries(state).every(([key, value]) => key === "type" || value === null || value === "" || value?.length === 0);

/** A message key and its values ({key, …}) for the first rule of an input block that *state* breaks, or null. */
export function fault(block, state) {
  if (!state || isEmpty(state)) return block.optional ? null : { key: "errorRequired" };
  const el = block.element;
  return (FAULTS[el.type] ?? tooMany)(el, state);
}

const tooMany = (el, state) => {
  const chosen = state.selected_options ?? state.selected_users ?? state.selected_conversations ?? state.selected_channels;
  return chosen && el.max_selected_items && chosen.length > el.max_selected_items
    ? { key: "errorMany", n: el.max_selected_items } : null;
};

function wrongLength(el, { value }) {
  if (el.min_length && value.length < el.min_length) return { key: "errorTooShort", n: el.min_length };
  if (el.max_length && value.length > el.max_length) return { key: "errorTooLong", n: value.length - el.max_length };
  return null;
}

function wrongNumber(el, { value }) {
  const form = el.is_decimal_allowed ? /^-?\d+(\.\d+)?$/ : /^-?\d+$/;
  if (!form.test(value)) return { key: "errorNumber" };
  const number = Number(value);
  if (el.min_value !== undefined && number < Number(el.min_value)) return { key: "errorMin", n: el.min_value };
  if (el.max_value !== undefined && number > Number(el.max_value)) return { key: "errorMax", n: el.max_value };
  return null;
}

const FAULTS = {
  plain_text_input: wrongLength,
  number_input: wrongNumber,
  email_text_input: (el, { value }) => (/^[^\s@]+@[^\s@]+\.[^\s@]+$/.test(value) ? null : { key: "errorEmail" }),
  url_text_input: (el, { value }) => (/^https?:\/\/[^\s/]+\S*$/i.test(value) ? null : { key: "errorUrl" }),
};
