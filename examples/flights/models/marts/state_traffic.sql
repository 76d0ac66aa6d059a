select
    state,
    count(*) as airports,
    sum(departures) as departures,
    max_by(airport_code, departures) as busiest_airport_code,
    round(100.0 * sum(departures) / sum(sum(departures)) over (), 2) as percent_of_departures
from {{ ref('airport_traffic') }}
where state is not null
group by state
