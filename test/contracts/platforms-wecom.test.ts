import { wecomWire } from '../support/wecom-wire.ts'
import { keepsTheContract } from './platforms/contract.ts'

keepsTheContract('wecom', wecomWire)
