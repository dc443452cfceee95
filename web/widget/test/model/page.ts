/** A host page of another origin than the server, as a shop's page is. */
export function hostPage(baseUrl: string, config: string, head = ""): string {
  return `<!doctype html><html lang="en"><head><meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1"><title>Host page</title>
<style>body{font:16px/1.5 Georgia,serif;margin:40px;background:#faf7f2;color:#2b2620}button{color:red;font-size:30px}</style>
<script>const log=[];const hear=(name)=>(data)=>{log.push([name,data===undefined?null:JSON.parse(JSON.stringify(data))])};
const callbacks=Object.fromEntries("onReady onOpen onClose onMessageSent onMessageReceived onError onUserUpdated onAnalyticsEvent".split(" ").map((name)=>[name,hear(name)]));</script>
${head}</head><body><h1>A page of somebody else</h1><p>With words of its own.</p><input aria-label="Search">
<script src="${baseUrl}/widget.js"></script>
<script>ChaskWidget.init({apiKey:"pk_test",organizationId:"018f3c5e-0000-7aaa-8bbb-000000000001",callbacks,${config}}).catch(()=>0)</script></body></html>`;
}
