import { describeHosts } from './describe-hosts.test.kit.js'
import { comingAndGoing } from './suites/coming-and-going.js'
import { otherBuilds } from './suites/other-builds.js'
import { pagesThatChange } from './suites/pages-that-change.js'
import { wayBack } from './suites/way-back.js'
import { wholeJourneys } from './suites/whole-journeys.js'

describeHosts(wholeJourneys, pagesThatChange, otherBuilds, wayBack, comingAndGoing)
