import { describeHosts } from './describe-hosts.test.kit.js'
import { ordinaryVisits } from './suites/ordinary-visits.js'

describeHosts(ordinaryVisits)
