/** Words of the past or of habit. */
const PAST =
  /\b(?:depuis|depuit|depui|dpuis|dpui|dps|since|last|tous? les|tt les|ts les|ts ls|chaque|chak|every|each|devai\w+|etait|aurai\w+ du|was|were|didn't|wasn't|supposed to|pas passee?s?|pas venue?s?|est passee?|est venue?|sont venus|(?:message|mail|courrier|appel|demande|lettre|sms) d[eu]) (?:[a-z']+ ){0,3}$/;
const COMING =
  /\b(?:rdv|rendez[- ]?vous|passe\w*|venir|vien\w*|revenir|dispo\w*|libre|interven\w+|prevu\w*|serai?|absent\w*|possible|courant|fin de|avant|d'ici|come|coming|visit|available|free|appointment|home|call|book|by)\b.{0,30}$/;
const STREET =
  /\b(?:rue|ru|avenue|av|place|bd|boulevard|allee|impasse|square|cours) (?:du |de |le )?$/;
const AGREED =
  /\b(?:rdv|rendez[- ]vous|dispo\w*|passe\w*|venir|viene?\w*|interven\w+|prevu\w*|libre|reporte\w*|report|decale\w*|convoque\w*|demenage\w*|pars?|quitte\w*|absente?|c'est|avant|apres|pour) (?:[a-z]+ ){0,2}$/;

/** Whether the words before speak neither of the past nor of a habit. */
export const notPast = (before: string): boolean => !PAST.test(before);
/** The same, and they do not make it the name of a street. */
export const notStreet = (before: string): boolean => notPast(before) && !STREET.test(before);
/** Whether the words before speak of somebody who comes or is at home. */
export const coming = (before: string): boolean => COMING.test(before);
/** Whether the words before speak of an appointment. */
export const agreed = (before: string): boolean => AGREED.test(before);
