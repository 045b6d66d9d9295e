/**
 * What is asked or wanted of the house while a visit is read back, and so no problem of a firm's: 明细1, 按月看看走势,
 * 给我表格, 还有几件没办完.
 */
export const ASKED_OF_US =
  /[？?]|(?:吗|呢|没有|没)$|几[件家次]|多少|哪[些个家位]|谁|怎么|咋|办得|到哪|走势|趋势|明细|表格|链接|画个?图|念给|看看|看一下|详细|^(?:请)?继续|下一页|出一页|早报|通报/u
