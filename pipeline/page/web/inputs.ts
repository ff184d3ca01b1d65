// Labelled inputs of the editor: a line of text, a choice, a choice of country.
import { countryNames } from './describe.ts';
import { h } from './dom.ts';
import { getLanguage, say, sayAny, type WordKey } from './words.ts';

/** A line of text; `options` are offered while typing. */
export function inputField(
  key: WordKey,
  value: string,
  take: (value: string) => void,
  {
    hint,
    options,
    isRequired,
    mode,
  }: { hint?: WordKey; options?: readonly string[]; isRequired?: boolean; mode?: string } = {},
): HTMLElement {
  const list = options === undefined ? undefined : `list-${key}`;
  const input = h('input', {
    name: key,
    value,
    autocomplete: 'off',
    spellcheck: 'false',
    ...(list === undefined ? {} : { list }),
    ...(hint === undefined ? {} : { placeholder: say(hint) }),
    ...(mode === undefined ? {} : { inputmode: mode }),
    ...(isRequired === true ? { 'aria-required': 'true' } : {}),
    oninput: () => take(input.value.trim()),
  });
  return h(
    'label',
    { class: `field f-${key}` },
    h('span', {}, say(key)),
    input,
    options !== undefined &&
      h(
        'datalist',
        { id: list },
        options.map((option) => h('option', { value: option })),
      ),
  );
}

/** A choice of several values. */
export function selectField(
  key: WordKey,
  values: readonly string[],
  current: string,
  take: (value: string) => void,
  label: (value: string) => string = sayAny,
): HTMLElement {
  const select = h(
    'select',
    { name: key, onchange: () => take(select.value) },
    values.map((value) => h('option', { value, selected: value === current }, label(value))),
  );
  return h('label', { class: `field f-${key}` }, h('span', {}, say(key)), select);
}

/** A choice of country by its name in the language of the page. */
export function countryField(
  key: WordKey,
  current: string | undefined,
  take: (code: string | undefined) => void,
  isOptional: boolean,
): HTMLElement {
  const language = getLanguage();
  const sorted = [...countryNames].sort(([, left], [, right]) =>
    left[language].localeCompare(right[language], language),
  );
  const select = h(
    'select',
    {
      name: key,
      ...(isOptional ? {} : { 'aria-required': 'true' }),
      onchange: () => take(select.value === '' ? undefined : select.value),
    },
    h('option', { value: '' }, isOptional ? say('noCountry') : '…'),
    sorted.map(([code, names]) =>
      h('option', { value: code, selected: code === current }, `${names[language]} · ${code}`),
    ),
  );
  return h('label', { class: `field f-${key}` }, h('span', {}, say(key)), select);
}
