{# Text made safe to stand between single quotes: Spark escapes with a backslash. #}

{% macro spark__escape_single_quotes(expression) -%}
{{ expression | replace("'", "\\'") }}
{%- endmacro %}
