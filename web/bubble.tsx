import type { ComponentChildren } from 'preact';
import { Icon } from './icons.tsx';
import { ReceiptCard } from './receipt.tsx';
import { RichText } from './rich-text.tsx';
import { clockTime } from './times.ts';
import type { Activity, Author } from './wire.ts';
import {
  type Direction,
  directionOf,
  type Language,
  languageOf,
  type Words,
  wordsOf,
} from './words.ts';

/** The name under which somebody speaks. */
export const authorName = (author: Author, say: Words): string => {
  if (author.kind === 'agent') return author.name;
  return say(author.kind === 'bot' ? 'bot_name' : 'tenant_name');
};

/** One line of the transcript: who, when, and what is inside. */
export const Line = (props: {
  readonly author: Author;
  readonly at: number;
  readonly language: Language;
  readonly say: Words;
  /** The same person spoke just before: the name is only said, not shown. */
  readonly follows: boolean;
  readonly children: ComponentChildren;
}) => {
  const { author, at, language, say, follows } = props;
  return (
    <li class={`line ${author.kind}`} tabIndex={-1}>
      <p class={follows ? 'sr' : 'author'}>
        {author.kind === 'agent' && <Icon name="person" />}
        <span class="name">{authorName(author, say)}</span>
        {author.kind === 'agent' && <span class="mark">{say('agent_mark')}</span>}{' '}
        <time dateTime={new Date(at).toISOString()}>{clockTime(at, language)}</time>
      </p>
      {props.children}
    </li>
  );
};

/** What somebody said, with its photos and its receipt: what stands around the words speaks their language. */
export const Bubble = (props: {
  readonly activity: Activity;
  readonly language: Language;
  readonly say: Words;
  readonly onCopied: () => void;
}) => {
  const { activity } = props;
  const { text, safety, receipt, photos, lang } = activity;
  const language = languageOf(lang) ?? props.language;
  const say = language === props.language ? props.say : wordsOf(language);
  return (
    <>
      {(text !== '' || receipt !== undefined) && (
        <div class={safety ? 'bubble safety' : 'bubble'} lang={languageOf(lang)}>
          {safety && (
            <p class="safety-title">
              <Icon name="warning" />
              {say('safety')}
            </p>
          )}
          {text !== '' && (
            <p class="words" {...writingOf(activity)}>
              <SaidText activity={activity} say={say} />
            </p>
          )}
          {receipt !== undefined && (
            <ReceiptCard {...{ receipt, language, say }} onCopied={props.onCopied} />
          )}
        </div>
      )}
      <Photos urls={photos} say={say} />
    </>
  );
};

/** Screen readers need the language, and every eye the direction; what a tenant writes tells its own. */
const writingOf = ({ author, lang }: Activity): { lang?: string; dir: Direction | 'auto' } =>
  author.kind === 'tenant' || lang === undefined
    ? { dir: 'auto' }
    : { lang, dir: directionOf(lang) };

const SaidText = ({ activity, say }: { readonly activity: Activity; readonly say: Words }) =>
  activity.author.kind === 'tenant' ? (
    activity.text
  ) : (
    <RichText text={activity.text} safety={activity.safety} say={say} />
  );

/** Photos as thumbnails that open in full size. */
export const Photos = ({ urls, say }: { readonly urls: readonly string[]; readonly say: Words }) =>
  urls.length === 0 ? undefined : (
    <p class="photos">
      {urls.map((url, at) => (
        <a key={url} href={url} target="_blank" rel="noopener noreferrer">
          <img src={url} alt={say('photo_open', { number: at + 1 })} />
        </a>
      ))}
    </p>
  );
