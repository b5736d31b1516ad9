import { setUpApiKey } from './api-key.ts';
import { setUpCopying } from './copying.ts';
import { setUpDialogs } from './dialogs.ts';
import { setUpDrawer } from './drawer.ts';
import { setUpLitParameter } from './lit-parameter.ts';
import { setUpLiveSearch } from './live.ts';
import { setUpReplyTabs } from './reply-tabs.ts';
import { setUpSampleChoices } from './sample-choices.ts';
import { setUpScrollspy } from './scrollspy.ts';
import { setUpSearch } from './search-dialog.ts';
import { setUpStickyExamples } from './sticky-examples.ts';
import { setUpThemeSwitch } from './theme-choice.ts';
import { setUpTryIt } from './try-it.ts';

/*
 * Everything that can wait until the page is read: one function a feature, none needs another to have run. Each is a task
 * of its own, so that a slow phone answers a touch between them.
 */
for (const setUp of [
  setUpDrawer,
  setUpDialogs,
  setUpThemeSwitch,
  setUpSearch,
  setUpApiKey,
  setUpSampleChoices,
  setUpTryIt,
  setUpLiveSearch,
  setUpReplyTabs,
  setUpCopying,
  setUpStickyExamples,
  setUpLitParameter,
  setUpScrollspy,
]) {
  setTimeout(setUp);
}
