// The grid's own words in Chinese.
export const LOCALE = {
  loadingOoo: "正在加载…",
  noRowsToShow: "没有符合条件的事项，请放宽筛选条件。",
  noMatchingRows: "没有符合条件的事项，请放宽筛选条件。",
  ariaRowSelect: "按空格键选择本行",
  ariaRowDeselect: "按空格键取消选择本行",
  ariaRowToggleSelection: "按空格键切换选择",
  ariaSortableColumn: "按回车键排序",
  ariaSearch: "搜索",
  ariaColumn: "列",
  ariaLabelLoading: "正在加载",
};
