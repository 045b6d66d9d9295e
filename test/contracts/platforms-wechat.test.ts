import { wechatWire } from '../support/wechat-wire.ts'
import { keepsTheContract } from './platforms/contract.ts'

keepsTheContract('wechat', wechatWire)
