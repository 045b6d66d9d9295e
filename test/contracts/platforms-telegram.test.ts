import { telegramWire } from '../support/telegram-wire.ts'
import { keepsTheContract } from './platforms/contract.ts'

keepsTheContract('telegram', telegramWire)
