import { setUpLanguages } from './languages.ts';
import { isServedByMock } from './served-by-mock.ts';
import { applyTheme, chosenTheme } from './theme-choice.ts';

/*
 * Runs in the head, before anything is painted: the page appears at once in the reader's theme and language.
 * A file of its own, because a strict Content-Security-Policy allows no inline script.
 */
document.documentElement.classList.add('js');
if (isServedByMock()) document.documentElement.classList.add('is-mock');
applyTheme(chosenTheme());
setUpLanguages();
