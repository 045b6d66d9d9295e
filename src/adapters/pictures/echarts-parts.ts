import { BarChart, LineChart } from 'echarts/charts'
import { GridComponent } from 'echarts/components'
import { init, use } from 'echarts/core'
import { LabelLayout } from 'echarts/features'
import { SVGRenderer } from 'echarts/renderers'

// Only what our charts use: half of the whole library's memory.
use([BarChart, LineChart, GridComponent, LabelLayout, SVGRenderer])

export { init }
