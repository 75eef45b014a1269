// Starts the page: every other module minds one matter.

import { minder as answers } from "./answers.js";
import { minder as composer } from "./composer.js";
import { minder as drafts } from "./drafts.js";
import { minder as guide } from "./guide.js";
import { minder as live } from "./live.js";
import { minder as own } from "./own.js";
import { minder as places } from "./places.js";
import { minder as presses } from "./presses.js";
import { minder as replies } from "./replies.js";

for (const begin of [presses, places, composer, drafts, answers, own, replies, guide, live]) begin();
