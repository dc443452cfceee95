package io.chask.cli;

import io.chask.account.Agent;
import java.util.LinkedHashMap;
import java.util.Map;

/// How a command names the agent it was about.
final class AgentResult {

    private AgentResult() {}

    static Map<String, String> of(Agent agent) {
        Map<String, String> result = new LinkedHashMap<>();
        result.put("organizationId", agent.organization().toString());
        result.put("agentId", agent.id().toString());
        return result;
    }
}
