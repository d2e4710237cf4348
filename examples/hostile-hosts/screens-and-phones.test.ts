import { describeHosts } from './describe-hosts.test.kit.js'
import { phones } from './suites/phones.js'
import { screens } from './suites/screens.js'

describeHosts(screens, phones)
