package io.chask.edge;

/// One method of one template.
record Route(String method, PathTemplate template, RoutePolicy policy, Handler handler) {}
