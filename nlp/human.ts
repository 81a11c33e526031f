/** How people ask for a person, in words joined by single spaces. */
const ASKING: readonly RegExp[] = [
  / (?:parler|parle|discuter|causer|echanger|avoir|voir|joindre|contacter|passer|passez|passe|transferez|transferer|mettez|mettre|relation|besoin|veux|voudrais|voulais|aimerais|prefere|demande|appeler|rappele[rz]?) (?:[^ ]+ ){0,5}(?:humains?|etre humain|conseiller[es]?|conseillers|vraie? personne|personne (?:reelle|humaine|physique|vivante|de vrai)|quelqu un de vrai|vrai(?:e)? (?:quelqu un|gens|conseiller|etre)|operateur|operatrice|teleconseiller|interlocuteur|agent|standardiste|hotesse|gestionnaire) /,
  / (?:parler|parle|discuter|causer) (?:[^ ]+ ){0,2}(?:a|avec) (?:une |de vrais? |des )?(?:quelqu un|personne|gens|vrai) (?!du |de la (?!vraie)|qui s occupe|au sujet)/,
  / (?:pas|marre|assez|stop) (?:[^ ]+ ){0,4}(?:robots?|machines?|bot|automate|repondeur) (?:[^ ]+ ){0,6}(?:humain|quelqu un|personne|conseiller|agent) /,
  / (?:humain|conseiller|conseillere|agent|operateur|human|advisor|operator|real person|une personne|quelqu un) (?:s il (?:vous|te) plait|please|maintenant|now|vite|urgent) /,
  /^ (?:un |une |le |la |a )?(?:humain|etre humain|conseiller|conseillere|agent|operateur|human|human being|advisor|adviser|operator|person|real person|quelqu un de vrai|une vraie personne|vraie personne)(?: [.!?,])* $/,
  / (?:talk|speak|chat|connect|transfer|put|pass|want|need|get|have) (?:[^ ]+ ){0,5}(?:humans?|real person|actual person|live (?:agent|person)|person|agent|advisor|adviser|operator|representative|someone real|somebody real|real human|human being) /,
  / (?:talk|speak) (?:to|with) (?:someone|somebody|anyone|a real|an actual) /,
  / (?:not|no|stop) (?:[^ ]+ ){0,3}(?:bot|robot|machine) (?:[^ ]+ ){0,6}(?:human|person|someone|agent) /,
];

/** What else such words can mean. */
const NOT_ASKING =
  / (?:agent (?:d entretien|immobilier|de securite|technique)|gestionnaire de|ne parle (?:a|avec)|estate agent|cleaning agent|personne ne|voisin) /;

/** Whether a text asks for a human, in `spoken` words joined by single spaces. */
export const asksForHuman = (spoken: string): boolean =>
  !NOT_ASKING.test(spoken) && ASKING.some((pattern) => pattern.test(spoken));
