/** The global of a page with the script tag. */
declare const ChaskWidget: import("../../../web/widget/src/api/index").ChaskWidgetApi;
