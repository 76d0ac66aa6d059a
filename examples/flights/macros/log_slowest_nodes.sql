{# Says which nodes took longest. Called by on-run-end. #}
{% macro log_slowest_nodes(results, count=3) %}
    {% if execute and results %}
        {% set slowest = (results | sort(attribute='execution_time', reverse=true))[:count] %}
        {% for result in slowest %}
            {% do log('slowest: ' ~ result.node.name ~ ' ' ~ '%.2f' | format(result.execution_time) ~ 's', info=true) %}
        {% endfor %}
    {% endif %}
{% endmacro %}
