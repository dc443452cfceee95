npm install @chask/widget
