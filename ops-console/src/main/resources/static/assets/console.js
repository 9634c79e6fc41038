// The page in the browser: takes the stream of changes, keeps ages running, opens dialogs. No state of its own beyond the view.
import { connect } from './live.js';
import { tickAges } from './ages.js';
import { setUpCommands, permit } from './commands.js';
import { setUpKeys } from './keys.js';

setUpCommands();
setUpKeys();
connect(permit);
tickAges();
